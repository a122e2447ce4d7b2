package dev.dealsdk.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.internal.value.RateWindow;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ConfigKeyTest {

    @ParameterizedTest
    @EnumSource
    void key_everyOne_hasASoundDefaultAndSaysWhatItIs(ConfigKey key) {
        key.defaultText().ifPresent(key.kind()::check);

        assertThat(key.key()).startsWith("deals.");
        assertThat(key.description()).isNotBlank().doesNotContain("\n");
        assertThat(key.kind().format()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CONNECTIONS")
    void key_everyOne_isFoundByItsTextAndVariable(ConfigKey key) {
        String text = key.isNamed() ? key.stem() + "name" : key.key();
        KeyName expected = new KeyName("", key, key.isNamed() ? "name" : "");

        assertThat(KeyName.parse(text)).hasValue(expected);
        assertThat(new EnvironmentNames(Set.of()).key(EnvironmentNames.variable(text)))
                .hasValue(expected);
        assertThat(expected.full()).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CONNECTIONS", "CONFIG"})
    void key_everyOne_canBeOfAConnection(ConfigKey key) {
        String text = "deals.connections.emea." + (key.isNamed() ? key.stem() + "name" : key.key()).substring(6);

        Optional<KeyName> name = KeyName.parse(text);

        assertThat(name.map(KeyName::connection)).hasValue("emea");
        assertThat(name.map(KeyName::full)).hasValue(text);
        assertThat(new EnvironmentNames(Set.of()).key(EnvironmentNames.variable(text)))
                .isEqualTo(name);
    }

    @Test
    void rateWindow_several_areRead() {
        assertThat(RateWindow.parse("10/1s, 60/1m"))
                .hasToString("[RateWindow[calls=10, length=PT1S], RateWindow[calls=60, length=PT1M]]");
        assertThat(RateWindow.parse("off")).isEmpty();
    }

    @Test
    void setting_text_masksSecrets() {
        Setting token = new Setting(new KeyName("", ConfigKey.TOKEN, ""), "s3cr3t", Source.builder());

        assertThat(token).hasToString("deals.token=**** (builder)");
    }
}
