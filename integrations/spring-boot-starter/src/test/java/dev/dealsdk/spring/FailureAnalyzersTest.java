package dev.dealsdk.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dealsdk.DealsClient;
import dev.dealsdk.testkit.StoraSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What a person reads whose application does not start. */
@ExtendWith(OutputCaptureExtension.class)
final class FailureAnalyzersTest {
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(DealsAutoConfiguration.class)
    static class Application {}

    @Configuration(proxyBeanMethods = false)
    @Import({Application.class, ClientBeansTest.Only.class})
    static class ApplicationWithOneClient {}

    @Test
    void start_nothingConfigured_printsWhatToWrite(CapturedOutput output) {
        Throwable failure = start(Application.class);

        assertThat(failure).isNotNull();
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("    - deals.provider: is not set; write deals.provider=NAME with the name of a provider")
                .contains("    - deals.token: there are no credentials; write deals.token, deals.token-file, or"
                        + " deals.oauth.client-id and deals.oauth.client-secret")
                .doesNotContain("- map: ");
    }

    @Test
    void start_faultsInAFile_printsEachWithFileAndLine(CapturedOutput output, @TempDir Path directory)
            throws IOException {
        Path unused = Files.writeString(directory.resolve("application.yml"), """
                deals:
                  provider: stora
                  token: s3cr3t
                  max-attempts: many
                  connections:
                    emea:
                      call-timeout: soon
                """);

        Throwable failure = start(Application.class, "--spring.config.location=file:" + directory + "/");

        assertThat(failure).isNotNull();
        assertThat(output)
                .containsPattern("    - .*application.yml] - 4:17: deals.max-attempts: ")
                .containsPattern("    - .*application.yml] - 7:21: deals.connections.emea.call-timeout: ")
                .doesNotContain("s3cr3t");
    }

    @Test
    void start_faultFoundWhenConnecting_printsItsPlace(CapturedOutput output) {
        Throwable failure = start(Application.class, "--deals.provider=acme", "--deals.token=a");

        assertThat(failure).isNotNull();
        assertThat(output)
                .contains(
                        "    - \"deals.provider\" from property source \"commandLineArgs\": deals.provider: there is no provider"
                                + " \"acme\" on the class path");
    }

    @Test
    void start_twoConnectionsAndNoPrimary_namesThem(CapturedOutput output) {
        try (StoraSimulator stora = StoraSimulator.start()) {
            Throwable failure = start(
                    ApplicationWithOneClient.class,
                    "--deals.provider=stora",
                    "--deals.connections.emea.token=a",
                    "--deals.connections.emea.base-url=" + stora.url(),
                    "--deals.connections.apac.token=b",
                    "--deals.connections.apac.base-url=" + stora.url());

            assertThat(failure).isNotNull();
        }
        assertThat(output)
                .contains("A DealsClient is asked for, but there are 2 and none is primary: apac, emea")
                .contains("@Qualifier(\"apac\") or @Qualifier(\"emea\")");
    }

    private static Throwable start(Class<?> application, String... arguments) {
        SpringApplication starting = new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .build();
        return catchThrowable(() -> starting.run(arguments).getBean(DealsClient.class));
    }
}
