package dev.dealsdk.verify.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.examples.CapabilityTable;
import dev.dealsdk.testkit.BacksideSimulator;
import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.StardexSimulator;
import dev.dealsdk.testkit.StoraSimulator;
import dev.dealsdk.testkit.VendorSimulator;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/testing.md} shows code that is compiled and run, and leaves out nothing of the test kit. */
final class TestingPageTest {
    private static final Pattern SNIPPET =
            Pattern.compile("(?:<!-- from (\\S+) -->\\n)?```java\\n(.*?)\\n```", Pattern.DOTALL);
    private static final Set<String> NOT_ON_THE_PAGE = Set.of("toString", "token", "url");

    private final Path root = CapabilityTable.root();
    private final String page = read(root.resolve("docs/testing.md"));

    @Test
    void page_everyJavaSnippet_isPartOfATestOfThisProject() {
        List<MatchResult> snippets = SNIPPET.matcher(page).results().toList();

        assertThat(snippets).hasSizeGreaterThan(3);
        for (MatchResult snippet : snippets) {
            assertThat(snippet.group(1))
                    .as("the file that this is from: %s", snippet.group(2))
                    .isNotNull();
            assertThat(withoutLayout(read(root.resolve(snippet.group(1)))))
                    .as(snippet.group(1))
                    .contains(withoutLayout(snippet.group(2)));
        }
    }

    @Test
    void page_everyFaultAndSimulator_isDescribed() {
        assertThat(methods(Fault.class)).allSatisfy(name -> assertThat(page).contains(name + "("));
        for (Class<?> simulator : List.of(
                BacksideSimulator.class, Play2SellSimulator.class, StardexSimulator.class, StoraSimulator.class)) {
            assertThat(page).contains("`" + simulator.getSimpleName() + "`");
            assertThat(methods(simulator)).allSatisfy(name -> assertThat(page).contains(name));
        }
        assertThat(methods(VendorSimulator.class))
                .allSatisfy(name -> assertThat(page).contains(name));
    }

    private static List<String> methods(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(method -> method.getDeclaringClass().equals(type) && !method.isBridge())
                .map(Method::getName)
                .filter(name -> !NOT_ON_THE_PAGE.contains(name))
                .distinct()
                .toList();
    }

    /** The formatter may break a line elsewhere than the page does. */
    private static String withoutLayout(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError("cannot read " + file, unreadable);
        }
    }
}
