package dev.dealsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DealsConfigSourcesTest {
    @TempDir
    private Path directory;

    private TestSources sources;

    @BeforeEach
    void start() {
        sources = new TestSources(directory);
    }

    @Test
    void load_noSources_givesDefaults() {
        DealsConfig config = sources.load();

        assertThat(config.provider()).isEmpty();
        assertThat(config.callTimeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void load_sameKeyEverywhere_highestSourceWins() {
        sources.file("deals.won-stage=file", "deals.lost-stage=file", "deals.open-stage=file", "deals.provider=file");
        sources.environment("DEALS_WON_STAGE", "environment")
                .environment("DEALS_LOST_STAGE", "environment")
                .environment("DEALS_OPEN_STAGE", "environment");
        sources.systemProperty("deals.won-stage", "system").systemProperty("deals.lost-stage", "system");

        DealsConfig config = sources.builder().wonStage("builder").build();

        assertThat(config.wonStage()).hasValue("builder");
        assertThat(config.lostStage()).hasValue("system");
        assertThat(config.openStage()).hasValue("environment");
        assertThat(config.provider()).hasValue("file");
    }

    @Test
    void load_replacedValueUnusable_isNotLookedAt() {
        sources.file("deals.token=${NOT_SET}", "deals.max-attempts=many");

        DealsConfig config = sources.builder().token("t").maxAttempts(2).build();

        assertThat(config.token()).hasValue("t");
        assertThat(config.maxAttempts()).isEqualTo(2);
    }

    @Test
    void load_filesInBothPlaces_workingDirectoryWins() {
        sources.fileAt("classpath/deals.properties", "deals.provider=stora", "deals.won-stage=w");
        assertThat(sources.load().provider()).hasValue("stora");

        sources.file("deals.provider=stardex");

        assertThat(sources.load().provider()).hasValue("stardex");
        assertThat(sources.load().wonStage()).isEmpty();
    }

    @Test
    void load_configNamesFile_thatFileAloneIsRead() {
        sources.file("deals.provider=stora", "deals.won-stage=w")
                .fileAt("conf/emea.properties", "deals.provider=stardex");

        DealsConfig byProperty =
                sources.systemProperty("deals.config", "conf/emea.properties").load();

        assertThat(byProperty.provider()).hasValue("stardex");
        assertThat(byProperty.wonStage()).isEmpty();
    }

    @Test
    void load_configFromVariableAndBuilder_builderWins() {
        sources.fileAt("a.properties", "deals.provider=a").fileAt("b.properties", "deals.provider=b");
        sources.environment("DEALS_CONFIG", "a.properties");

        assertThat(sources.load().provider()).hasValue("a");
        assertThat(sources.builder().set("deals.config", "b.properties").build().provider())
                .hasValue("b");
    }

    @Test
    void load_configNamesMissingFile_isRefusedThoughAnotherExists() {
        sources.file("deals.provider=stora").systemProperty("deals.config", "conf/none.properties");

        assertProblems(
                sources::load,
                "system property deals.config: deals.config: \"conf/none.properties\": there is no such file; write the path"
                        + " of a properties file that can be read");
    }

    @Test
    void loadPath_configSetElsewhere_pathWinsUnderEnvironment() {
        sources.fileAt("mine.properties", "deals.provider=stora", "deals.won-stage=w");
        sources.environment("DEALS_CONFIG", "none.properties").environment("DEALS_WON_STAGE", "environment");

        DealsConfig config = sources.load(sources.path("mine.properties"));

        assertThat(config.provider()).hasValue("stora");
        assertThat(config.wonStage()).hasValue("environment");
    }

    @Test
    void loadPath_missingFile_isRefused() {
        Path none = sources.path("none.properties");

        assertProblems(
                () -> sources.load(none),
                none + ": there is no such file; write the path of a properties file that can be read");
    }

    @Test
    void from_otherSourcesSet_mapAlone() {
        sources.file("deals.won-stage=file")
                .environment("DEALS_LOST_STAGE", "e")
                .systemProperty("deals.nonsense", "x");

        DealsConfig config = sources.from(Map.of("deals.provider", "stora", "other.key", "left alone"));

        assertThat(config.provider()).hasValue("stora");
        assertThat(config.wonStage()).isEmpty();
        assertThat(config.lostStage()).isEmpty();
    }

    @Test
    void load_placeholders_takeEnvironmentVariables() {
        sources.file("deals.token=a-${PART}-${PART}", "deals.won-stage=$${PART}")
                .environment("PART", "p$1${X}");

        DealsConfig config = sources.load();

        assertThat(config.token()).hasValue("a-p$1${X}-p$1${X}");
        assertThat(config.wonStage()).hasValue("${PART}");
    }

    @Test
    void load_placeholdersElsewhere_onlyInTextsOfTheDeployment() {
        sources.environment("PART", "p").environment("DEALS_LOST_STAGE", "${PART}");
        sources.systemProperty("deals.won-stage", "${PART}");

        DealsConfig config = sources.builder().openStage("${PART}").build();

        assertThat(config.wonStage()).hasValue("p");
        assertThat(config.lostStage()).hasValue("${PART}");
        assertThat(config.openStage()).hasValue("${PART}");
        assertThat(sources.from(Map.of("deals.won-stage", "${PART}")).wonStage())
                .hasValue("p");
    }

    @Test
    void load_placeholderUnusable_namesKeyAndVariable() {
        sources.file("deals.token=${STORA_TOKEN}", "deals.provider=${not a name}");

        assertProblems(
                sources::load,
                "deals.properties line 1: deals.token: environment variable STORA_TOKEN is not set; set it, or write the value"
                        + " itself",
                "deals.properties line 2: deals.provider: holds ${ without the name of an environment variable and }; write"
                        + " ${NAME}, or $${ for the text ${");
    }

    @Test
    void load_fileInUtf8_keepsLettersAndEscapes() {
        sources.file(
                "\uFEFF# Étapes", "deals.stages.qualifi\\u00e9 = Qualifié \\", "    ✓", "deals.won-stage: C:\\\\x  ");

        DealsConfig config = sources.load();

        assertThat(config.stages()).containsExactly(Map.entry("qualifié", "Qualifié ✓"));
        assertThat(config.wonStage()).hasValue("C:\\x");
    }

    @Test
    void load_fileNotUtf8_isRefusedWithLine() {
        sources.bytes(
                "deals.properties",
                "deals.provider=stora\ndeals.token=t\ndeals.won-stage=gagn\u00e9\n"
                        .getBytes(StandardCharsets.ISO_8859_1));

        assertProblems(sources::load, "deals.properties line 3: is not UTF-8; save the file as UTF-8");
    }

    @Test
    void load_duplicateKeys_areRefusedWithBothLines() {
        sources.file("deals.provider=a", "deals.token=\\", "t", "", "! deals.token", "deals.token=t", "x=1", "x=2");

        assertProblems(
                sources::load, "deals.properties line 6: deals.token: is set on line 2 already; remove one of the two");
    }

    @Test
    void load_environment_meansTheNamesOfOtherSources() {
        sources.file("deals.stages.Closed-Won=7", "deals.connections.emea-north.provider=stora");
        sources.environment("DEALS_STAGES_CLOSED_WON", "8")
                .environment("DEALS_STAGES_QUALIFIED", "1")
                .environment("DEALS_CONNECTIONS_EMEA_NORTH_OAUTH_CLIENT_ID", "id")
                .environment("DEALS_CONNECTIONS_EMEA_NORTH_OAUTH_CLIENT_SECRET", "s")
                .environment("DEALS_CONNECTIONS_APAC_TOKEN", "t")
                .environment("DEALS_CONNECTIONS_APAC_STAGES_IN_TALKS", "2");

        DealsConfig config = sources.load();

        assertThat(config.stages()).containsExactly(Map.entry("Closed-Won", "8"), Map.entry("qualified", "1"));
        assertThat(config.connections()).containsExactly("apac", "emea-north");
        assertThat(config.connection("emea-north").oauthClientId()).hasValue("id");
        assertThat(config.connection("apac").token()).hasValue("t");
        assertThat(config.connection("apac").stages()).containsEntry("in_talks", "2");
    }

    private static void assertProblems(ThrowingCallable call, String... lines) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(call)
                .satisfies(thrown -> assertThat(thrown.problems()).startsWith(lines));
    }
}
