package dev.dealsdk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.ConfigEntry;
import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** From every place that Spring reads properties from to the SDK's configuration. */
final class PropertiesTest {
    @TempDir
    private Path directory;

    @Test
    void yaml_everyKindOfKey_arrives() {
        file("application.yml", """
                deals:
                  provider: stora
                  token: s3cr3t
                  base-url: https://gate.example.com/crm
                  callTimeout: 2m
                  max_attempts: 2
                  settle-time: off
                  rate-limit: [10/1s, 60/1m]
                  require:
                    - create
                    - win
                  stages:
                    in-talks: "7"
                    "[Closed Won]": w
                  keep:
                    won-reason: custom:reason
                  default:
                    lost-reason: other
                  lost-reasons:
                    price: Too expensive
                  drop: tags, note
                  shadow.sample: 10%
                  shadow.ignore: [stage, custom.margin]
                  connections:
                    emea:
                      oauth:
                        client-id: id
                        client-secret: s3cr3t
                      rate-limit: off
                """);

        configured().run(context -> {
            DealsConfig config = context.getBean(DealsConfig.class);
            assertThat(config.provider()).contains("stora");
            assertThat(config.token()).contains("s3cr3t");
            assertThat(config.baseUrl()).hasToString("Optional[https://gate.example.com/crm]");
            assertThat(config.callTimeout()).isEqualTo(Duration.ofMinutes(2));
            assertThat(config.maxAttempts()).isEqualTo(2);
            assertThat(config.settleTime()).as("off is false in YAML").isEmpty();
            assertThat(config.rateLimit()).contains("10/1s,60/1m");
            assertThat(config.require()).containsExactly(Operation.CREATE, Operation.WIN);
            assertThat(config.stages()).containsOnly(Map.entry("in-talks", "7"), Map.entry("Closed Won", "w"));
            assertThat(config.describe())
                    .extracting(entry -> entry.key() + "=" + entry.value())
                    .contains(
                            "deals.keep.won-reason=custom:reason",
                            "deals.default.lost-reason=other",
                            "deals.lost-reasons.price=Too expensive",
                            "deals.drop=tags,note",
                            "deals.shadow.sample=10%",
                            "deals.shadow.ignore=stage,custom.margin");
            DealsConfig emea = config.connection("emea");
            assertThat(emea.oauthClientId()).contains("id");
            assertThat(emea.token())
                    .as("credentials are taken together or not at all")
                    .isEmpty();
            assertThat(emea.rateLimit()).contains("off");
            assertThat(emea.callTimeout()).isEqualTo(Duration.ofMinutes(2));
        });
    }

    @Test
    void profile_active_wins() {
        file("application.properties", "deals.provider=stora", "deals.token=a", "deals.call-timeout=1s");
        file("application-prod.properties", "deals.call-timeout=2s");

        configured()
                .withPropertyValues("spring.profiles.active=prod")
                .run(context -> assertThat(context.getBean(DealsConfig.class).callTimeout())
                        .isEqualTo(Duration.ofSeconds(2)));
    }

    @Test
    void configTree_asKubernetesMountsIt_isRead() throws IOException {
        Path secrets = Files.createDirectories(directory.resolve("secrets/deals"));
        Files.writeString(secrets.resolve("token"), "s3cr3t\n");
        Files.createDirectories(secrets.resolve("connections/emea"));
        Files.writeString(secrets.resolve("connections/emea/token"), "other");
        file(
                "application.properties",
                "deals.provider=stora",
                "spring.config.import=configtree:" + directory.resolve("secrets") + "/");

        configured().run(context -> {
            DealsConfig config = context.getBean(DealsConfig.class);
            assertThat(config.token()).contains("s3cr3t");
            assertThat(config.connection("emea").token()).contains("other");
        });
    }

    @Test
    void environment_relaxedNames_arrive() {
        Apps.app()
                .withInitializer(context -> Apps.environment(
                        context,
                        Map.of(
                                "DEALS_PROVIDER", "stora",
                                "DEALS_TOKEN", "s3cr3t",
                                "DEALS_CALL_TIMEOUT", "2m",
                                "DEALS_ATTEMPTTIMEOUT", "9s",
                                "DEALS_STAGES_QUALIFIED", "7",
                                "DEALS_KEEP_WON_REASON", "custom:reason",
                                "DEALS_CONNECTIONS_EMEA_BASE_URL", "https://emea.example.com")))
                .run(context -> {
                    DealsConfig config = context.getBean(DealsConfig.class);
                    assertThat(config.callTimeout()).isEqualTo(Duration.ofMinutes(2));
                    assertThat(config.attemptTimeout()).isEqualTo(Duration.ofSeconds(9));
                    assertThat(config.stages()).containsOnly(Map.entry("qualified", "7"));
                    assertThat(config.describe()).extracting(ConfigEntry::key).contains("deals.keep.won-reason");
                    assertThat(config.connection("emea").baseUrl()).hasToString("Optional[https://emea.example.com]");
                });
    }

    @Test
    void environment_ofAKubernetesServiceNamedDeals_isLeftAlone() {
        Apps.app()
                .withInitializer(context -> Apps.environment(
                        context,
                        Map.of(
                                "DEALS_PORT", "tcp://10.0.0.1:80",
                                "DEALS_SERVICE_HOST", "10.0.0.1",
                                "DEALS_PORT_80_TCP_ADDR", "10.0.0.1")))
                .withPropertyValues("deals.provider=stora", "deals.token=a")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void configuration_fileOfTheSdkInTheSurroundings_isNotRead() {
        Apps.app()
                .withSystemProperties("deals.config=" + directory.resolve("missing.properties"))
                .withPropertyValues("deals.provider=stora", "deals.token=a")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void placeholder_withoutValue_isTold() {
        Apps.app()
                .withPropertyValues("deals.provider=stora", "deals.token=${NO_SUCH_VARIABLE}")
                .run(context -> assertThat(problems(context))
                        .singleElement()
                        .asString()
                        .contains("deals.token: ", "NO_SUCH_VARIABLE"));
    }

    @Test
    void value_blank_isNotSet() {
        Apps.app()
                .withPropertyValues(
                        "deals.provider=stora", "deals.token=a", "deals.token-file=", "deals.oauth.client-id= ")
                .run(context -> assertThat(context.getBean(DealsConfig.class).tokenFile())
                        .isEmpty());
    }

    @Test
    void unknownKeys_atTheTopAndOfAConnection_areRefusedWithTheNearestKnown() {
        file("application.yml", """
                deals:
                  provider: stora
                  tokn: s3cr3t
                  oauth:
                    client: id
                  connections:
                    emea:
                      token: a
                      stage: 7
                """);

        configured()
                .run(context -> assertThat(problems(context))
                        .hasSize(3)
                        .anyMatch(line -> line.contains("deals.tokn: unknown key; did you mean deals.token"))
                        .anyMatch(line ->
                                line.contains("deals.oauth.client: unknown key; did you mean deals.oauth.client-id"))
                        .anyMatch(line -> line.contains("deals.connections.emea.stage: unknown key"))
                        .noneMatch(line -> line.contains("s3cr3t")));
    }

    @Test
    void customizer_addsToTheProperties() {
        Apps.app()
                .withPropertyValues("deals.provider=stora", "deals.call-timeout=1s")
                .withBean(
                        DealsConfigCustomizer.class,
                        () -> config -> config.token("fetched").callTimeout(Duration.ofSeconds(2)))
                .run(context -> {
                    DealsConfig config = context.getBean(DealsConfig.class);
                    assertThat(config.token()).contains("fetched");
                    assertThat(config.callTimeout()).isEqualTo(Duration.ofSeconds(2));
                });
    }

    @Test
    void secrets_inTexts_areNotShown() {
        Apps.app()
                .withPropertyValues(
                        "deals.provider=stora", "deals.oauth.client-id=id", "deals.oauth.client-secret=s3cr3t")
                .run(context -> {
                    assertThat(context.getBean(DealsProperties.class).toString())
                            .doesNotContain("s3cr3t");
                    assertThat(context.getBean(DealsConfig.class).describe())
                            .extracting(ConfigEntry::value)
                            .doesNotContain("s3cr3t");
                });
    }

    private ApplicationContextRunner configured() {
        return Apps.app()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withPropertyValues("spring.config.location=file:" + directory + "/");
    }

    private void file(String name, String... lines) {
        try {
            Path unused = Files.write(directory.resolve(name), List.of(lines));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<String> problems(AssertableApplicationContext context) {
        Throwable failure = Optional.ofNullable(context.getStartupFailure()).orElseThrow();
        while (failure.getCause() != null && !(failure instanceof ConfigurationException)) {
            failure = failure.getCause();
        }
        return ((ConfigurationException) failure).problems();
    }
}
