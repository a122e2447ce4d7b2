package dev.dealsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DealsConfigFaultsTest {
    private static final String SECRET = "s3cr3t";

    @TempDir
    private Path directory;

    private TestSources sources;

    @BeforeEach
    void start() {
        sources = new TestSources(directory);
    }

    @Test
    void build_faultsInAllSources_tellsEachOnALineHighestSourceFirst() {
        sources.systemProperty("deals.call-timeout", "10").systemProperty("deals.stages", "x");
        sources.environment("DEALS_MAX_ATTEMPTS", "x")
                .environment("DEALS_MAX_ATEMPTS", "4")
                .environment("DEALS_REQUIRE", "move, wn");
        sources.file(
                "deals.cal-timeout=10s",
                "deals.allow-unverified=yes",
                "deals.rate-limit=10/1s,60",
                "deals.base-url=http://crm.example.com",
                "deals.oauth.client-id=id",
                "deals.token=" + SECRET + "\\u00e9",
                "deals.config=other.properties",
                "deals.max-response-bytes=32MB",
                "deals.rate-limit=off",
                "deals.connections.emea.tokn=" + SECRET,
                "deals.won-stage=\\u12",
                "deals.lost-stage=");

        List<String> problems = problems(() -> sources.builder()
                .attemptTimeout(Duration.ofNanos(1))
                .set("provider", "stora")
                .build());

        assertThat(problems)
                .containsExactly(
                        "builder: provider: unknown key; did you mean deals.provider?",
                        "builder: deals.attempt-timeout: \"PT0.000000001S\" is not a duration; write for example 500ms, 10s or"
                                + " 2m",
                        "system property deals.stages: deals.stages: unknown key; did you mean deals.stages.NAME?",
                        "system property deals.call-timeout: deals.call-timeout: \"10\" is not a duration; write for example"
                                + " 500ms, 10s or 2m",
                        "environment DEALS_MAX_ATEMPTS: unknown key; did you mean DEALS_MAX_ATTEMPTS?",
                        "environment DEALS_MAX_ATTEMPTS: deals.max-attempts: \"x\" is not a whole number; write for example 4",
                        "environment DEALS_REQUIRE: deals.require: \"wn\" is not an operation; write any of create, get,"
                                + " update, delete, move, win, lose, reopen, list, list-stages",
                        "deals.properties line 1: deals.cal-timeout: unknown key; did you mean deals.call-timeout?",
                        "deals.properties line 2: deals.allow-unverified: \"yes\" is neither true nor false; write true or"
                                + " false",
                        "deals.properties line 3: deals.rate-limit: \"60\" is not a number of calls per time; write for example"
                                + " 60/1m, 10/1s,60/1m or off",
                        "deals.properties line 4: deals.base-url: is plain http, which others can read; write https, or allow"
                                + " it by deals.allow-cleartext=true",
                        "deals.properties line 5: deals.oauth.client-id: deals.oauth.client-secret is not set; write both, or"
                                + " remove this one",
                        "deals.properties line 6: deals.token: contains a character that HTTP forbids in a header; write only"
                                + " the token, on one line",
                        "deals.properties line 6: deals.token: deals.oauth.client-id is set as well (deals.properties line 5);"
                                + " remove deals.token or deals.oauth.client-id",
                        "deals.properties line 7: deals.config: cannot be set here, since it chooses the file; set it as system"
                                + " property deals.config or environment variable DEALS_CONFIG",
                        "deals.properties line 8: deals.max-response-bytes: \"32MB\" is not a number of bytes; write for"
                                + " example 32MiB, 512KiB or 1048576",
                        "deals.properties line 9: deals.rate-limit: is set on line 3 already; remove one of the two",
                        "deals.properties line 10: deals.connections.emea.tokn: unknown key; did you mean"
                                + " deals.connections.emea.token?",
                        "deals.properties line 11: holds a \\u without four hexadecimal digits; write \\\\ for a backslash",
                        "deals.properties line 12: deals.lost-stage: is blank; write a value, or remove the key",
                        "deals.properties: deals.provider: is not set; write deals.provider=NAME with the name of a provider");
        assertThat(problems).noneMatch(line -> line.contains(SECRET));
    }

    @Test
    void load_onlyProviderAndCredentialsMissing_succeedsAndTellsForConnect() {
        assertThat(sources.load().missing())
                .containsExactly(
                        "system properties and environment (there is no deals.properties): deals.provider: is not set; write"
                                + " deals.provider=NAME with the name of a provider",
                        "system properties and environment (there is no deals.properties): deals.token: there are no"
                                + " credentials; write deals.token, deals.token-file, or deals.oauth.client-id and"
                                + " deals.oauth.client-secret");
        assertThat(sources.from(Map.of("deals.provider", "p", "deals.token", "t"))
                        .missing())
                .isEmpty();
    }

    @Test
    void from_faultAndNothingElse_tellsWhatIsMissingToo() {
        assertThat(problems(() -> sources.from(Map.of("deals.max-attempts", "0"))))
                .containsExactly(
                        "map: deals.max-attempts: \"0\" is out of range; write a number from 1 to 100",
                        "map: deals.provider: is not set; write deals.provider=NAME with the name of a provider",
                        "map: deals.token: there are no credentials; write deals.token, deals.token-file, or"
                                + " deals.oauth.client-id and deals.oauth.client-secret");
    }

    @Test
    void load_tokenAndTokenFileOfTwoSources_namesBoth() {
        sources.file("deals.provider=stora", "deals.token=" + SECRET).environment("DEALS_TOKEN_FILE", "/run/token");

        assertThat(problems(sources::load))
                .containsExactly(
                        "deals.properties line 2: deals.token: deals.token-file is set as well (environment DEALS_TOKEN_FILE);"
                                + " remove deals.token or deals.token-file");
    }

    @ParameterizedTest
    @CsvSource({
        "deals.tokn, did you mean deals.token?",
        "deals.won-satge, did you mean deals.won-stage?",
        "Deals.Provider, did you mean deals.provider?",
        "deals.stage.qualified, did you mean deals.stages.qualified?",
        "deals.conections.emea.token, did you mean deals.connections.emea.token?",
        "deals.connections.emea, did you mean deals.connections.NAME.*?",
        "deals.connections.emea.config, the nearest known is deals.connections.emea.token or deals.connections.emea.circuit",
        "deals.on-stage, did you mean deals.won-stage?",
        "deals.tst-stage, did you mean deals.lost-stage?",
        "deals.xxx-stage, did you mean deals.won-stage?",
        "deals.colour, the nearest known is deals.config",
    })
    void from_unknownKey_suggestsTheNearest(String key, String suggestion) {
        assertThat(problems(() -> sources.from(Map.of(key, SECRET))))
                .first()
                .isEqualTo("map: " + key + ": unknown key; " + suggestion);
    }

    @ParameterizedTest
    @CsvSource({
        "deals.token, ' ', is blank",
        "deals.token, Bearer s3cr3t, starts with the word Bearer",
        "deals.oauth.client-secret, s3cr3té, holds a character that OAuth forbids",
        "deals.base-url, crm.example.com, is not an http or https URL",
        "deals.base-url, ftp://crm.example.com, is not an http or https URL",
        "deals.base-url, https://a b, is not an http or https URL",
        "deals.base-url, https:///v1, names no valid host",
        "deals.base-url, https://crm:70000, names no valid host",
        "deals.base-url, https://crm:0, names no valid host",
        "deals.base-url, https://[fe80::1%25eth0], names no valid host",
        "deals.base-url, https://[fe80::1%eth0], names no valid host",
        "deals.base-url, https://crm..example.com, names no valid host",
        "deals.base-url, https:crm.example.com, is not an http or https URL",
        "deals.base-url, https://crm.example.com/a%zz, is not an http or https URL",
        "deals.base-url, http://crm_gateway, is plain http",
        "deals.settle-time, 3, is not a duration",
        "deals.settle-time, 0s, is out of range",
        "deals.base-url, https://me:s3cr3t@crm.example.com, holds a user name or password",
        "deals.base-url, https://me:s3cr3t@under_score, holds a user name or password",
        "deals.base-url, https://crm.example.com?key=s3cr3t, holds a query or fragment",
        "deals.base-url, https://crm.example.com#s3cr3t, holds a query or fragment",
        "deals.base-url, http://127.0.0.1.example.com, is plain http",
        "deals.oauth.token-url, http://[2001:db8::1]/token, is plain http",
        "deals.connect-timeout, 0s, is out of range",
        "deals.connect-timeout, 999999m, is out of range",
        "deals.connect-timeout, -5s, is not a duration",
        "deals.max-attempts, 101, is out of range",
        "deals.max-attempts, -1, is out of range",
        "deals.max-response-bytes, 0, is out of range",
        "deals.max-response-bytes, 999999999999999999MiB, is out of range",
        "deals.rate-limit, 0/1s, is not a number of calls",
        "deals.rate-limit, 1/0s, is out of range",
        "deals.rate-limit, Off, is not a number of calls",
        "deals.circuit, 0/30s, is not a number of failures",
        "deals.circuit, 10/30, is not a number of failures",
        "deals.circuit, 10/0s, is out of range",
        "deals.quota-share, 0%, is not a percentage",
        "deals.quota-share, 101%, is not a percentage",
        "deals.quota-share, 20, is not a percentage",
        "deals.quota-store, redis://:s3cr3t@, is not the URL of a store",
        "deals.quota-store, 'redis://:s3cr3t with blanks@cache', is not the URL of a store",
        "deals.quota-store, s3cr3t, is not the URL of a store",
        "deals.require, 'move,', is not an operation",
        "deals.require, MOVE, is not an operation",
    })
    void from_unusableValue_isRefusedWithoutSecrets(String key, String value, String reason) {
        List<String> problems = problems(() -> sources.from(Map.of(key, value)));

        assertThat(problems.get(0)).startsWith("map: " + key + ": ").contains(reason);
        assertThat(problems).noneMatch(line -> line.contains(SECRET));
    }

    @Test
    void from_controlCharacters_areRefused() {
        assertThat(problems(() -> sources.from(Map.of("deals.token", SECRET + "\n")))
                        .get(0))
                .isEqualTo(
                        "map: deals.token: contains a character that HTTP forbids in a header; write only the token, on one"
                                + " line");
        assertThat(problems(() -> sources.from(Map.of("deals.won-stage", "a\nb")))
                        .get(0))
                .isEqualTo(
                        "map: deals.won-stage: holds a control character, such as a line break; write it on one line");
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.8.9.1:80/x",
        "http://localhost",
        "HTTP://LOCALHOST:1",
        "http://[::1]:8080",
        "https://crm.example.com/gate",
        "https://crm_gateway:8443",
        "https://stack_crm.example.com/crm",
        "https://b\u00fccher.example"
    })
    void from_loopbackOrHttps_isTaken(String url) {
        assertThat(sources.from(Map.of("deals.base-url", url)).baseUrl()).hasToString("Optional[" + url + "]");
    }

    @Test
    void from_keyOverManyLines_staysOneLine() {
        assertThat(problems(() -> sources.from(Map.of("deals.stage.a\nb", SECRET))))
                .first()
                .isEqualTo("map: deals.stage.a?b: unknown key; did you mean deals.stages.a?b?");
    }

    @Test
    void from_cleartextAllowed_isTaken() {
        DealsConfig config =
                sources.from(Map.of("deals.base-url", "http://crm.example.com", "deals.allow-cleartext", "true"));

        assertThat(config.baseUrl()).isPresent();
    }

    @Test
    void from_hostThatIsTooLong_isAFaultOfTheConfiguration() {
        String url = "https://" + "a".repeat(70) + ".example.com";

        assertThat(problems(() -> sources.from(Map.of("deals.base-url", url))).get(0))
                .contains("deals.base-url: names no valid host and port");
    }

    @Test
    void load_callShorterThanTheDefaultAttempt_isTaken() {
        assertThat(sources.from(Map.of("deals.call-timeout", "5s")).attemptTimeout())
                .isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void load_twoAliasesForOneThing_areTold() {
        sources.file(
                "deals.provider=p",
                "deals.token=t",
                "deals.stages.talks=s1",
                "deals.stages.haggling=s1",
                "deals.fields.margin=a1",
                "deals.fields.profit=a1",
                "deals.connections.emea.stages.other=s1");

        assertThat(problems(sources::load))
                .startsWith(
                        "deals.properties line 4: deals.stages.haggling: has the same target as deals.stages.talks"
                                + " (deals.properties line 3), but a deal can be read back with only one of them; remove one of"
                                + " the two",
                        "deals.properties line 6: deals.fields.profit: has the same target as deals.fields.margin"
                                + " (deals.properties line 5), but a deal can be read back with only one of them; remove one of"
                                + " the two")
                .noneMatch(line -> line.contains("line 7"));
    }

    @Test
    void load_aliasesInACircle_areTold() {
        sources.file(
                "deals.provider=p",
                "deals.token=t",
                "deals.stages.a=b",
                "deals.stages.b=c",
                "deals.stages.c=a",
                "deals.stages.won=won",
                "deals.stages.x=a");

        assertThat(problems(sources::load))
                .contains("deals.properties line 3: deals.stages.a: refers to itself, a -> b -> c -> a; write what the"
                        + " vendor calls it, not another alias")
                .noneMatch(line -> line.contains("stages.won"));
    }

    @Test
    void settleTime_offOrZero_isEmpty() {
        assertThat(sources.load().settleTime()).hasValue(Duration.ofSeconds(3));
        assertThat(sources.from(Map.of("deals.settle-time", "off")).settleTime())
                .isEmpty();
        assertThat(sources.builder().settleTime(Duration.ZERO).build().settleTime())
                .isEmpty();
        assertThat(sources.builder().settleTime(Duration.ofMillis(1500)).build().settleTime())
                .hasValue(Duration.ofMillis(1500));
    }

    @Test
    @SuppressWarnings("NullAway") // What a caller without null checks does.
    void set_nullValue_namesTheKey() {
        assertThatNullPointerException()
                .isThrownBy(() -> sources.builder().set("deals.token", null))
                .withMessageContaining("deals.token");
    }

    private static List<String> problems(Runnable call) {
        return catchThrowableOfType(ConfigurationException.class, call::run).problems();
    }

    @Test
    void from_keyOfFieldsWithoutAField_suggestsTheFormOfThatKey() {
        assertThat(problems(() -> DealsConfig.from(Map.of("deals.provider", "stora", "deals.keep", "custom:tags"))))
                .contains("map: deals.keep: unknown key; did you mean deals.keep.FIELD?");
    }
}
