package dev.dealsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dealsdk.event.CallListener;
import dev.dealsdk.internal.config.ConfigKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class ClosedConfigTest {
    private static final CallListener LISTENER = call -> {
        throw new AssertionError("there is no call");
    };

    private static DealsConfig config() {
        return DealsConfig.from(Map.of(
                "deals.provider", "play2sell",
                "deals.token", "t-$${1}",
                "deals.stages.won", "s-1",
                "deals.connections.emea.provider", "stora",
                "deals.connections.emea.token", "t-2"));
    }

    @Test
    void toBuilder_withNothingSet_isTheSameConfiguration() {
        DealsConfig built = config().toBuilder().build();

        assertThat(built.describe()).isEqualTo(config().describe());
        assertThat(built.token()).contains("t-${1}");
        assertThat(built.source()).isEqualTo("map");
        assertThat(built.connection("emea").token()).contains("t-2");
    }

    @Test
    void toBuilder_withValuesAndObjects_addsThem() {
        OkHttpClient client = new OkHttpClient();
        DealsConfig built = config().toBuilder()
                .callTimeout(Duration.ofSeconds(5))
                .stage("lost", "s-2")
                .addListener(LISTENER)
                .httpClient(client)
                .build();
        DealsConfig again = built.toBuilder().callTimeout(Duration.ofSeconds(6)).build();

        assertThat(again.callTimeout()).isEqualTo(Duration.ofSeconds(6));
        assertThat(again.stages()).containsOnlyKeys("won", "lost");
        assertThat(again.listeners()).containsExactly(LISTENER);
        assertThat(again.httpClient()).contains(client);
        assertThat(again.connection("emea").listeners()).containsExactly(LISTENER);
        assertThat(again.toBuilder().clearListeners().build().listeners()).isEmpty();
    }

    @Test
    void unset_keysThatAreSetAndNot_leavesTheFormerOut() {
        DealsConfig built = config().toBuilder()
                .unset("deals.stages.won")
                .unset("deals.shadow")
                .maxAttempts(2)
                .unset("deals.max-attempts")
                .build();

        assertThat(built.stages()).isEmpty();
        assertThat(built.maxAttempts()).isEqualTo(4);
        assertThat(built.token()).isEqualTo(config().token());
        assertThat(built.connection("emea").token()).contains("t-2");
        assertThatIllegalStateException().isThrownBy(() -> DealsConfig.builder().unset("deals.token"));
    }

    @Test
    void toBuilder_ofAConnection_isThatConnection() {
        DealsConfig emea = config().connection("emea");

        DealsConfig built = emea.toBuilder().maxAttempts(2).build();

        assertThat(built.provider()).contains("stora");
        assertThat(built.token()).contains("t-2");
        assertThat(built.stages()).containsOnlyKeys("won");
        assertThat(built.maxAttempts()).isEqualTo(2);
        assertThat(built.source()).isEqualTo(emea.source()).contains("emea");
    }

    @Test
    void toBuilder_systemProperties_areNotRead() {
        System.setProperty("deals.max-attempts", "7");
        try {
            assertThat(config().toBuilder().build().maxAttempts()).isEqualTo(4);
        } finally {
            System.clearProperty("deals.max-attempts");
        }
    }

    @Test
    void toBuilder_badValueOrAFile_isRefused() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> config().toBuilder()
                        .set("deals.config", "other.properties")
                        .rateLimit("soon")
                        .build())
                .satisfies(fault -> assertThat(fault.problems()).hasSize(2))
                .withMessageContaining("deals.config: cannot be set here, since no file is read");
        assertThatIllegalStateException().isThrownBy(() -> config().toBuilder().onlyFile(Path.of("other.properties")));
    }

    @Test
    void options_allOfThem_areTold() {
        assertThat(DealsConfig.options()).hasSameSizeAs(ConfigKey.values());
        assertThat(DealsConfig.options())
                .filteredOn(option -> option.key().equals("deals.call-timeout"))
                .singleElement()
                .satisfies(option -> {
                    assertThat(option.defaultValue()).contains("30s");
                    assertThat(option.format()).contains("500ms");
                    assertThat(option.secret()).isFalse();
                });
        assertThat(DealsConfig.options())
                .filteredOn(ConfigOption::secret)
                .extracting(ConfigOption::key)
                .contains("deals.token", "deals.oauth.client-secret");
    }
}
