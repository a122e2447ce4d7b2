package dev.dealsdk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/integrations.md} shows of Spring Boot is compiled and run. */
final class SpringPageTest {
    private static final Pattern SNIPPET =
            Pattern.compile("(?:<!-- from (\\S+) -->\\n)?```(?:java|properties)\\n(.*?)\\n```", Pattern.DOTALL);

    private final Path root = Path.of("..", "..");

    @Test
    void section_everySnippetOfCode_isPartOfThisProject() throws IOException {
        String page = Files.readString(root.resolve("docs/integrations.md"));
        String section = page.substring(page.indexOf("\n## Spring Boot\n") + 1).split("\n## ", -1)[0];
        List<MatchResult> snippets = SNIPPET.matcher(section).results().toList();

        assertThat(snippets).hasSizeGreaterThan(3);
        for (MatchResult snippet : snippets) {
            assertThat(snippet.group(1))
                    .as("the file that this is from: %s", snippet.group(2))
                    .isNotNull();
            assertThat(withoutLayout(Files.readString(root.resolve(snippet.group(1)))))
                    .as(snippet.group(1))
                    .contains(withoutLayout(snippet.group(2)));
        }
    }

    /** The formatter may break a line elsewhere than the page does. */
    private static String withoutLayout(String code) {
        return code.replaceAll("\\s+", "");
    }
}
