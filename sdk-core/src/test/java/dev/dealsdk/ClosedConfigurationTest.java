package dev.dealsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dealsdk.event.CallListener;
import dev.dealsdk.event.CallObserver;
import java.time.Duration;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A configuration from a map that takes listeners and an HTTP client, and nothing from its surroundings. */
final class ClosedConfigurationTest {
    private static final String OF_THE_SURROUNDINGS = "deals.call-timeout";

    @BeforeEach
    void surround() {
        System.setProperty(OF_THE_SURROUNDINGS, "9s");
    }

    @AfterEach
    void clear() {
        System.clearProperty(OF_THE_SURROUNDINGS);
    }

    @Test
    void toBuilder_ofAMap_readsNoOtherSource() {
        DealsConfig config = DealsConfig.from(Map.of("deals.provider", "stora", "deals.token", "t"))
                .toBuilder()
                .build();

        assertThat(config.callTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(DealsConfig.builder().build().callTimeout()).isEqualTo(Duration.ofSeconds(9));
        assertThat(config.provider()).contains("stora");
        assertThat(config.source()).isEqualTo("map");
    }

    @Test
    void toBuilder_valuesOfTheBuilder_winOverThoseOfTheMap() {
        DealsConfig config = DealsConfig.from(
                        Map.of("deals.provider", "stora", "deals.token", "t", "deals.connections.emea.token", "u"))
                .toBuilder()
                .token("new")
                .set("deals.connections.emea.token", "newer")
                .build();

        assertThat(config.token()).contains("new");
        assertThat(config.connection("emea").token()).contains("newer");
        assertThat(config.connection("emea").provider()).contains("stora");
    }

    @Test
    void toBuilder_objectsOfTheProgram_areKeptAndAdded() {
        CallListener first = call -> new CallObserver() {};
        CallListener second = call -> new CallObserver() {};
        OkHttpClient http = new OkHttpClient();

        DealsConfig config = DealsConfig.from(Map.of("deals.provider", "stora"))
                .toBuilder()
                .addListener(first)
                .httpClient(http)
                .checkStagesInBackground(true)
                .build()
                .toBuilder()
                .addListener(second)
                .build();

        assertThat(config.listeners()).containsExactly(first, second);
        assertThat(config.httpClient()).containsSame(http);
        assertThat(config.checksStagesInBackground()).isTrue();
    }

    @Test
    void toBuilder_placeholders_areNotReplacedTwice() {
        DealsConfig config = DealsConfig.from(Map.of("deals.provider", "stora", "deals.stages.odd", "$${PATH}"))
                .toBuilder()
                .build();

        assertThat(config.stages()).containsEntry("odd", "${PATH}");
    }

    @Test
    void toBuilder_ofAConnection_isThatAccountAlone() {
        DealsConfig config = DealsConfig.from(
                        Map.of("deals.provider", "stora", "deals.token", "t", "deals.connections.emea.token", "u"))
                .connection("emea")
                .toBuilder()
                .build();

        assertThat(config.token()).contains("u");
        assertThat(config.provider()).contains("stora");
        assertThat(config.connections()).isEmpty();
    }

    @Test
    void toBuilder_faults_nameTheirSource() {
        DealsConfig.Builder builder = DealsConfig.from(Map.of("deals.provider", "stora", "deals.token", "t"))
                .toBuilder()
                .set("deals.tokn", "t")
                .maxAttempts(0);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(builder::build)
                .satisfies(fault -> assertThat(fault.problems())
                        .hasSize(2)
                        .allSatisfy(line -> assertThat(line).startsWith("builder: deals.")));
    }
}
