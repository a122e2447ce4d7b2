package dev.dealsdk.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import dev.dealsdk.Support;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a configuration to a client, with a provider on a class path of the test's own. */
final class ConnectorTest {
    private static final String PROVIDER = "dev.dealsdk.fake.FakeProvider";

    @TempDir
    private Path directory;

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @BeforeEach
    void addProvider() throws IOException {
        services(PROVIDER);
    }

    @AfterEach
    void restore() {
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void connect_provider_isFoundByItsId() {
        try (DealsClient deals = connect("deals.provider", "fake")) {
            assertThat(deals.capabilities().provider()).isEqualTo("fake");
            assertThat(deals.capabilities().supports(Operation.GET)).isTrue();
        }
    }

    @Test
    void connect_unknownProvider_namesThoseThereAreAndTheArtifactToAdd() {
        assertThat(fault("deals.provider", "stora"))
                .hasMessage(
                        "configuration: map: deals.provider: there is no provider \"stora\" on the class path; there are:"
                                + " fake; to use another one add its artifact, such as dev.dealsdk:deals-provider-stora");
    }

    @Test
    void connect_noProviderNamed_namesThoseThereAre() {
        assertThat(fault()).hasMessageContaining("deals.provider").hasMessageContaining("there are: fake");
    }

    @Test
    void connect_noProviderAtAll_saysSo() throws IOException {
        services("");

        assertThat(fault("deals.provider", "fake"))
                .hasMessageContaining(
                        "the class path contains no provider; add one such as dev.dealsdk:deals-provider-NAME");
    }

    @Test
    void connect_brokenProvider_isAConfigurationFault() throws IOException {
        services("dev.dealsdk.fake.Missing");

        assertThat(fault("deals.provider", "fake"))
                .hasMessageContaining("a provider on the class path cannot be loaded")
                .hasMessageContaining("dev.dealsdk.fake.Missing");
    }

    @Test
    void connect_operationsRequiredThatAreLacking_areAllNamed() {
        ConfigurationException thrown =
                fault("deals.provider", "fake", "deals.require", "get,reopen,win,delete,list-stages");

        assertThat(thrown.problems())
                .containsExactly(
                        "map: deals.require: fake does not offer delete: its page is empty; set deals.allow-unverified=true to try it",
                        "map: deals.require: fake does not offer win: Fake wins nothing; instead: move the deal",
                        "map: deals.require: fake does not offer reopen: fake offers no reopen",
                        "map: deals.require: fake does not offer list-stages: fake offers no list-stages");
    }

    @Test
    void connect_unverifiedOperationRequiredAndAllowed_isOffered() {
        try (DealsClient deals =
                connect("deals.provider", "fake", "deals.require", "delete", "deals.allow-unverified", "true")) {
            assertThat(deals.capabilities().support(Operation.DELETE)).isEqualTo(Support.UNVERIFIED);
            assertThat(deals.capabilities().supports(Operation.DELETE)).isTrue();
        }
    }

    @Test
    void capabilities_explain_everyOperation() {
        try (DealsClient deals = connect("deals.provider", "fake")) {
            for (Operation operation : Operation.values()) {
                assertThat(deals.capabilities().explain(operation)).isNotBlank();
            }
            assertThat(deals.capabilities().explain(Operation.WIN))
                    .isEqualTo("Fake wins nothing; instead: move the deal");
            assertThat(deals.capabilities().explain(Operation.CREATE)).isEqualTo("fake offers no create");
            assertThat(deals.capabilities().writableFields(Operation.CREATE)).isEmpty();
        }
    }

    private static ConfigurationException fault(String... settings) {
        return catchThrowableOfType(
                ConfigurationException.class, () -> connect(settings).close());
    }

    private static DealsClient connect(String... settings) {
        Map<String, String> values = new HashMap<>(Map.of("deals.token", "t"));
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        return DealsClient.connect(DealsConfig.from(values));
    }

    private void services(String provider) throws IOException {
        ProviderClassPath.enter(directory, provider);
    }
}
