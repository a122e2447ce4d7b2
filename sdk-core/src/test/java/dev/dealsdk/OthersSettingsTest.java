package dev.dealsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Variables, properties and values of a map that nobody wrote for the SDK. */
final class OthersSettingsTest {
    @TempDir
    private Path directory;

    private TestSources sources;

    @BeforeEach
    void start() {
        sources = new TestSources(directory).file("deals.provider=stora", "deals.token=t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DEALS",
                "DEALS_API",
                "DEALS_CONFIG",
                "DEALS_TOKEN",
                "DEALS_STAGE",
                "DEALS_STAGES",
                "DEALS_FIELDS",
                "DEALS_CONNECTIONS",
                "DEALS_CONNECTIONS_EMEA_STAGES"
            })
    void load_serviceLinksOfKubernetes_areNoSettings(String service) {
        sources.environment(service + "_SERVICE_HOST", "10.0.0.7")
                .environment(service + "_SERVICE_PORT", "80")
                .environment(service + "_SERVICE_PORT_HTTP", "80")
                .environment(service + "_PORT", "tcp://10.0.0.7:80")
                .environment(service + "_PORT_80_TCP", "tcp://10.0.0.7:80")
                .environment(service + "_PORT_80_TCP_PROTO", "tcp")
                .environment(service + "_PORT_80_TCP_PORT", "80")
                .environment(service + "_PORT_80_TCP_ADDR", "10.0.0.7");

        String logged = Logged.during(() -> {
            DealsConfig config = sources.load();

            assertThat(config.stages()).isEmpty();
            assertThat(config.fields()).isEmpty();
            assertThat(config.connections()).isEmpty();
        });
        assertThat(logged).doesNotContain("DEALS_");
    }

    @Test
    void load_aliasNamedLikeAServiceLink_isAnAlias() {
        sources.environment("DEALS_STAGES_PORT", "s1").environment("DEALS_STAGES_SERVICE_PORT", "s2");

        assertThat(sources.load().stages()).isEqualTo(Map.of("port", "s1", "service_port", "s2"));
    }

    @ParameterizedTest
    @CsvSource({
        "DEALS_HOME, the nearest known is",
        "DEALS_JDBC_URL, the nearest known is DEALS_BASE_URL",
        "DEALS_CONNECTIONS_MAX, did you mean",
        "DEALS_CLL_TMEOUT, did you mean DEALS_CALL_TIMEOUT?"
    })
    void load_variableOfSomebodyElse_isAWarning(String variable, String suggestion) {
        sources.environment(variable, "/opt/deals");

        assertThat(Logged.during(() -> assertThat(sources.load().provider()).hasValue("stora")))
                .contains("WARN")
                .contains("environment variable " + variable + " is no key of the Deals SDK and is ignored; "
                        + suggestion);
    }

    @Test
    void load_systemPropertyOfSomebodyElse_isAWarning() {
        sources.systemProperty("deals.cache.ttl", "60");

        assertThat(Logged.during(() -> assertThat(sources.load().provider()).hasValue("stora")))
                .contains("system property deals.cache.ttl is no key of the Deals SDK and is ignored");
    }

    @ParameterizedTest
    @CsvSource({
        "DEALS_TOKNE, DEALS_TOKEN",
        "DEALS_STAGE_TALKS, DEALS_STAGES_TALKS",
        "DEALS_CONNECTION_EMEA_TOKEN, DEALS_CONNECTIONS_EMEA_TOKEN",
        "DEALS_CONNECTIONS_EMEA_TOKN, DEALS_CONNECTIONS_EMEA_TOKEN"
    })
    void load_variableOneLetterAwayFromAKey_isAFault(String variable, String meant) {
        sources.environment(variable, "x");

        ConfigurationException thrown = catchThrowableOfType(ConfigurationException.class, sources::load);

        assertThat(thrown.problems())
                .containsExactly("environment " + variable + ": unknown key; did you mean " + meant + "?");
    }

    @Test
    void load_emptyVariable_doesNotHideTheFile() {
        sources.environment("DEALS_TOKEN", "")
                .environment("DEALS_CONFIG", "")
                .environment("DEALS_TOKN", "")
                .environment("DEALS_MAX_ATTEMPTS", "");

        DealsConfig config = sources.load();

        assertThat(config.token()).hasValue("t");
        assertThat(config.maxAttempts()).isEqualTo(4);
    }

    @Test
    void from_nullValue_namesTheKey() {
        Map<String, String> map = withNull("deals.token");

        assertThat(problems(map)).startsWith("map: deals.token: is null; write a value, or leave the key out");
    }

    @Test
    void from_nullKey_isAFault() {
        Map<String, String> map = new HashMap<>(Map.of("deals.provider", "stora", "deals.token", "t"));
        map.put(null, "x");

        assertThat(problems(map)).isEqualTo("map: holds a null key; leave it out");
    }

    @Test
    void from_nullValueOfSomebodyElse_isLeftAlone() {
        assertThat(sources.from(withNull("other.key")).provider()).hasValue("stora");
    }

    private static Map<String, String> withNull(String key) {
        Map<String, String> map = new HashMap<>(Map.of("deals.provider", "stora"));
        map.put(key, null);
        return map;
    }

    private String problems(Map<String, String> map) {
        return String.join(
                "\n",
                catchThrowableOfType(ConfigurationException.class, () -> sources.from(map))
                        .problems());
    }
}
