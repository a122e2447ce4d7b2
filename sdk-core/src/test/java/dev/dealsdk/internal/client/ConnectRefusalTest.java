package dev.dealsdk.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Logged;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What connecting refuses, and what it warns of, before anything is sent. */
final class ConnectRefusalTest {
    private static final String FAKE = "dev.dealsdk.fake.FakeProvider";
    private static final String HOSTED = "dev.dealsdk.fake.HostedProvider";

    @TempDir
    private Path directory;

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @BeforeEach
    void addProviders() throws IOException {
        ProviderClassPath.enter(directory, FAKE, HOSTED);
    }

    @AfterEach
    void restore() {
        Thread.currentThread().setContextClassLoader(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev.dealsdk.fake.ThrowingProvider", "dev.dealsdk.fake.Gone", "java.lang.Object"})
    void connect_anotherProviderIsBroken_connects(String broken) throws IOException {
        ProviderClassPath.enter(directory, broken, FAKE);

        assertThat(problems("fake")).isEmpty();
    }

    @Test
    void connect_constructorThrows_isNamedWithItsReason() throws IOException {
        ProviderClassPath.enter(directory, "dev.dealsdk.fake.ThrowingProvider", FAKE);

        assertThat(problems("throwing"))
                .singleElement()
                .asString()
                .startsWith(
                        "map: deals.provider: there is no provider \"throwing\" that works; a provider on the class path"
                                + " cannot be loaded: ")
                .contains("dev.dealsdk.fake.ThrowingProvider", "no licence");
    }

    @Test
    void connect_classFileOfANewerJava_isNamedAndCostsItAlone() throws IOException {
        Path folder = Files.createDirectories(directory.resolve("dev/dealsdk/newer"));
        Files.write(folder.resolve("NewerProvider.class"), ofALaterJava());
        ProviderClassPath.enter(directory, "dev.dealsdk.newer.NewerProvider", FAKE);

        assertThat(problems("fake")).isEmpty();
        assertThat(problems("newer"))
                .singleElement()
                .asString()
                .contains(
                        "dev/dealsdk/newer/NewerProvider",
                        "this is Java " + Runtime.version().feature());
    }

    @Test
    void connect_brokenServiceFile_isTold() throws IOException {
        ProviderClassPath.enter(directory, "this is no class");

        assertThat(problems("fake"))
                .singleElement()
                .asString()
                .contains("a provider on the class path cannot be loaded");
    }

    @Test
    void connect_classesWithoutTheirServiceFile_areRecognized() throws IOException {
        Path folder = Files.createDirectories(directory.resolve("dev/dealsdk/lost"));
        Files.write(folder.resolve("package-info.class"), new byte[0]);

        assertThat(problems("lost"))
                .singleElement()
                .asString()
                .contains(
                        "its classes are present",
                        "META-INF/services/dev.dealsdk.spi.DealsProvider",
                        "merge the files");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hosted", "HOSTED", "hostd"})
    void connect_providerAlmostNamed_isSuggested(String id) {
        assertThat(problems(id))
                .containsExactly("map: deals.provider: there is no provider \"" + id
                        + "\" on the class path; did you mean hosted? there are: fake, hosted");
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.hosted.example/api/v1, /api/v1, https://api.hosted.example",
        "https://API.hosted.example/api/v1/, /api/v1, https://API.hosted.example",
        "https://api.hosted.example/api, /api, https://api.hosted.example",
        "https://api.hosted.example/v2, /v2, https://api.hosted.example",
        "https://gateway.example/crm/api/v1, /api/v1, https://gateway.example/crm",
        "http://127.0.0.1:1/api/v1, /api/v1, http://127.0.0.1:1",
    })
    void connect_baseUrlWithTheVersionPath_isRefused(String url, String path, String instead) {
        assertThat(problems("hosted", "deals.base-url", url))
                .containsExactly("map: deals.base-url: ends in " + path
                        + ", but the SDK adds the version path /api/v1 itself; write " + instead);
    }

    @Test
    void connect_baseUrlOfAGatewayWithAnotherVersion_isAWarning() {
        assertThat(Logged.during(
                        () -> assertThat(problems("hosted", "deals.base-url", "https://gateway.example/crm/v2"))
                                .isEmpty()))
                .contains("map: deals.base-url ends in what looks like a version path, /crm/v2");
    }

    @Test
    void connect_baseUrlOfAnotherVendor_isRefused() {
        assertThat(problems("fake", "deals.base-url", "https://API.hosted.example./x"))
                .containsExactly(
                        "map: deals.base-url: leads to hosted, but the provider is fake; write the right one, or"
                                + " deals.provider=hosted");
        assertThat(problems("hosted", "deals.base-url", "https://gateway.example/crm"))
                .isEmpty();
    }

    @Test
    void connect_tokenUrlOfAnotherVendor_isRefused() {
        assertThat(problems("fake", "deals.oauth.token-url", "https://api.hosted.example/oauth/token"))
                .singleElement()
                .asString()
                .startsWith("map: deals.oauth.token-url: leads to hosted");
    }

    @Test
    void connect_stageThatCanBeNoId_isRefusedWithItsKey() {
        assertThat(problems(
                        "hosted",
                        "deals.won-stage",
                        "Won",
                        "deals.stages.talks",
                        "In Talks",
                        "deals.stages.ok",
                        "id-7"))
                .containsExactly(
                        "map: deals.stages.talks: \"In Talks\" is not the id of a stage at hosted, and stages cannot be found"
                                + " by name: nothing lists stages; write the stage's id",
                        "map: deals.won-stage: \"Won\" is not the id of a stage at hosted, and stages cannot be found by name:"
                                + " nothing lists stages; write the stage's id");
        assertThat(problems("hosted", "deals.won-stage", "ok", "deals.stages.ok", "id-7"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"id-1, id-1", "id-a, id-A", "closed, id-1"})
    void connect_oneStageForWonAndLost_isRefused(String won, String lost) {
        assertThat(problems("hosted", "deals.won-stage", won, "deals.lost-stage", lost, "deals.stages.closed", "id-1"))
                .containsExactly("map: deals.lost-stage: is the stage of deals.won-stage too, so the stage would not"
                        + " determine the status of a deal; name another one");
    }

    @Test
    void connect_oneStageForWonAndLostByIdAndName_isRefused() throws IOException {
        ProviderClassPath.enter(directory, "dev.dealsdk.fake.StagedProvider");

        assertThat(problems("staged", "deals.won-stage", "s3", "deals.lost-stage", "won"))
                .singleElement()
                .asString()
                .startsWith("map: deals.lost-stage: is the stage of deals.won-stage too");
    }

    @Test
    void connect_keysWithoutEffect_areOneWarningEachAndNoFault() {
        String logged = Logged.during(() -> assertThat(problems(
                        "hosted",
                        "deals.open-stage",
                        "Lead",
                        "deals.won-stage",
                        "id-1",
                        "deals.reference-field",
                        "order"))
                .isEmpty());

        assertThat(logged.lines().filter(line -> line.contains("WARN")).toList())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line)
                        .contains("map: deals.open-stage has no effect: hosted does not reopen a deal by moving it: one"
                                + " endpoint reopens"))
                .anySatisfy(line -> assertThat(line).contains("map: deals.reference-field has no effect: hosted"));
    }

    @Test
    void connect_attemptLongerThanTheCall_isAWarningAndNoFault() {
        String logged = Logged.during(
                () -> assertThat(problems("hosted", "deals.attempt-timeout", "2s", "deals.call-timeout", "1s"))
                        .isEmpty());

        assertThat(logged)
                .contains("map: deals.attempt-timeout has no effect: it is longer than deals.call-timeout, which ends a"
                        + " call with all its attempts");
    }

    /** None if it connects. */
    private static List<String> problems(String provider, String... settings) {
        Map<String, String> values = new HashMap<>(Map.of("deals.token", "t", "deals.provider", provider));
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        ConfigurationException thrown = catchThrowableOfType(
                ConfigurationException.class,
                () -> DealsClient.connect(DealsConfig.from(values)).close());
        return thrown == null ? List.of() : thrown.problems();
    }

    private static byte[] ofALaterJava() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                ConnectRefusalTest.class.getResourceAsStream("/dev/dealsdk/fake/FakeProvider.class"))) {
            byte[] code = in.readAllBytes();
            code[7] = 99;
            return code;
        }
    }
}
