package dev.dealsdk.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;

/** That each run of the tests in the build has the version of Micrometer it is meant to have. */
class MicrometerVersionTest {

    @Test
    void micrometer_classPathOfThisRun_hasTheVersionOfTheBuild() {
        assertThat(MeterRegistry.class.getProtectionDomain().getCodeSource().getLocation())
                .asString()
                .endsWith("micrometer-core-" + System.getProperty("micrometer.version") + ".jar");
    }
}
