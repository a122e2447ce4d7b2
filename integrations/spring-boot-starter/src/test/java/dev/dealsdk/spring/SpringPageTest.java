package dev.dealsdk.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.DefaultResourceLoader;

/** What {@code docs/integrations.md} shows of an application that does not start is what it prints. */
@ExtendWith(OutputCaptureExtension.class)
final class SpringPageTest {
    private static final Pattern SHOWN =
            Pattern.compile("SpringPageTest\\.java -->\\n```\\n(.*?)\\n```", Pattern.DOTALL);

    @Test
    void start_faultsInApplicationYml_printsWhatThePageShows(CapturedOutput output, @TempDir Path classes)
            throws IOException {
        Matcher shown = SHOWN.matcher(Files.readString(Path.of("..", "..", "docs", "integrations.md")));
        assertThat(shown.find()).isTrue();
        Path unused = Files.writeString(classes.resolve("application.yml"), """
                deals:
                  provider: stora
                  call-timeout: 20s
                  max-attempts: many
                """);
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            SpringApplication starting = new SpringApplicationBuilder(FailureAnalyzersTest.Application.class)
                    .resourceLoader(new DefaultResourceLoader(loader))
                    .web(WebApplicationType.NONE)
                    .build();

            Throwable failure = catchThrowable(starting::run);

            assertThat(failure).isNotNull();
        }
        assertThat(output.getAll().lines())
                .containsSequence(shown.group(1).lines().toList());
    }
}
