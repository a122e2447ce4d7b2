package dev.dealsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dealsdk.internal.config.ConfigKey;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DealsConfigTest {
    private static final String SECRET = "s3cr3t";

    @TempDir
    private Path directory;

    private TestSources sources;

    @BeforeEach
    void start() {
        sources = new TestSources(directory);
    }

    @Test
    void load_everyKeyInFile_isUnderstood() {
        sources.file(
                "deals.provider=stora",
                "deals.oauth.client-id=id",
                "deals.oauth.client-secret=" + SECRET,
                "deals.oauth.scope=read write",
                "deals.oauth.audience=crm",
                "deals.oauth.token-url=https://id.example.com/token",
                "deals.base-url=https://gate.example.com/crm",
                "deals.stages.in.talks=7",
                "deals.fields.margin=attr-1",
                "deals.reference-field=ref",
                "deals.won-stage=w, w-2",
                "deals.lost-stage=l",
                "deals.open-stage=o",
                "deals.other-stages=unknown",
                "deals.keep.description=custom:about",
                "deals.currency=EUR",
                "deals.require-usage=used.properties",
                "deals.keep.final-value=value",
                "deals.drop=tags,note",
                "deals.default.value=0",
                "deals.lost-reasons.price=price_concerns",
                "deals.owners.anna=u-1",
                "deals.local-query=filters",
                "deals.local-sort-limit=20",
                "deals.require=move, list-stages",
                "deals.allow-unverified=true",
                "deals.allow-cleartext=true",
                "deals.connect-timeout=500ms",
                "deals.call-timeout=2m",
                "deals.attempt-timeout=10s",
                "deals.max-attempts=100",
                "deals.max-retry-delay=1s",
                "deals.settle-time=2s",
                "deals.rate-limit=10/1s, 60/1m",
                "deals.circuit=3/1m",
                "deals.quota-store=redis://:" + SECRET + "@cache.example.com:6379/2?password=" + SECRET,
                "deals.quota-share=50%",
                "deals.max-response-bytes=512KiB",
                "deals.prefetch-pages=false",
                "deals.usage-file=usage.properties",
                "deals.crosswalk=walk.csv",
                "deals.shadow=b.properties",
                "deals.shadow.sample=10%",
                "deals.shadow.share=5%",
                "deals.shadow.ignore=owner-ids, updated-at,custom.margin",
                "deals.connections.emea.token-file=conf/token",
                "deals.connections.apac.token=" + SECRET);

        DealsConfig config = sources.load();

        assertThat(config.provider()).hasValue("stora");
        assertThat(config.oauthClientId()).hasValue("id");
        assertThat(config.oauthClientSecret()).hasValue(SECRET);
        assertThat(config.oauthScope()).hasValue("read write");
        assertThat(config.oauthAudience()).hasValue("crm");
        assertThat(config.oauthTokenUrl()).hasValue(URI.create("https://id.example.com/token"));
        assertThat(config.baseUrl()).hasValue(URI.create("https://gate.example.com/crm"));
        assertThat(config.stages()).containsExactly(Map.entry("in.talks", "7"));
        assertThat(config.fields()).containsExactly(Map.entry("margin", "attr-1"));
        assertThat(config.referenceField()).hasValue("ref");
        assertThat(config.wonStage()).hasValue("w");
        assertThat(config.wonStages()).containsExactly("w", "w-2");
        assertThat(config.lostStages()).containsExactly("l");
        assertThat(config.otherStagesAreOpen()).isFalse();
        assertThat(config.keep())
                .containsExactly(
                        Map.entry(DealField.DESCRIPTION, "custom:about"), Map.entry(DealField.FINAL_VALUE, "value"));
        assertThat(config.currency()).hasValue("EUR");
        assertThat(config.requireUsage()).hasValue(Path.of("used.properties"));
        assertThat(config.drop()).containsExactly(DealField.TAGS, DealField.NOTE);
        assertThat(config.defaults()).containsExactly(Map.entry(DealField.VALUE, "0"));
        assertThat(config.lostReasons()).containsExactly(Map.entry("price", "price_concerns"));
        assertThat(config.owners()).containsExactly(Map.entry("anna", "u-1"));
        assertThat(config.filtersLocally()).isTrue();
        assertThat(config.sortsLocally()).isFalse();
        assertThat(config.localSortLimit()).isEqualTo(20);
        assertThat(config.lostStage()).hasValue("l");
        assertThat(config.openStage()).hasValue("o");
        assertThat(config.require()).containsExactly(Operation.MOVE, Operation.LIST_STAGES);
        assertThat(config.allowUnverified()).isTrue();
        assertThat(config.allowCleartext()).isTrue();
        assertThat(config.connectTimeout()).isEqualTo(Duration.ofMillis(500));
        assertThat(config.callTimeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.attemptTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.maxAttempts()).isEqualTo(100);
        assertThat(config.maxRetryDelay()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.rateLimit()).hasValue("10/1s,60/1m");
        assertThat(config.circuit()).isEqualTo("3/1m");
        assertThat(config.quotaStore().orElseThrow().getUserInfo()).isEqualTo(":" + SECRET);
        assertThat(config.quotaShare()).isEqualTo(50);
        assertThat(config.connectionName()).isEmpty();
        assertThat(config.connection("emea").connectionName()).hasValue("emea");
        assertThat(config.toString()).contains("redis://****@cache.example.com:6379/2?****");
        assertThat(config.maxResponseBytes()).isEqualTo(512 * 1024);
        assertThat(config.prefetchPages()).isFalse();
        assertThat(config.usageFile()).hasValue(Path.of("usage.properties"));
        assertThat(config.crosswalk()).hasValue(Path.of("walk.csv"));
        assertThat(config.shadow()).hasValue(Path.of("b.properties"));
        assertThat(config.shadowSample()).isEqualTo(10);
        assertThat(config.shadowShare()).isEqualTo(5);
        assertThat(config.shadowIgnore()).containsExactly("owner-ids", "updated-at", "custom.margin");
        assertThat(config.connection("emea").tokenFile()).hasValue(Path.of("conf/token"));
        assertThat(config.connection("apac").token()).hasValue(SECRET);
        assertThat(config.describe()).noneMatch(entry -> entry.source().equals("default"));
        assertEveryKeyIsIn(config);
    }

    /** A key that is added to the list must be added to the test above as well. */
    private static void assertEveryKeyIsIn(DealsConfig config) {
        Set<String> written = new HashSet<>();
        config.describe().forEach(entry -> written.add(entry.key().replaceFirst("connections\\.[a-z]+\\.", "")));

        Arrays.stream(ConfigKey.values())
                .filter(key -> key != ConfigKey.CONFIG && key != ConfigKey.CONNECTIONS)
                .map(key -> key.key().replaceFirst("\\.(NAME|FIELD)$", ""))
                .forEach(key -> assertThat(written).as(key).anyMatch(entry -> entry.startsWith(key)));
    }

    @Test
    void build_everySetter_isTold() {
        OkHttpClient client = new OkHttpClient();

        DealsConfig config = sources.builder()
                .provider("stora")
                .oauthClient("id", SECRET)
                .oauthScope("read")
                .oauthAudience("crm")
                .oauthTokenUrl("https://id.example.com/token")
                .baseUrl("http://crm.example.com")
                .stage("qualified", "7")
                .field("margin", "attr-1")
                .wonStage("w")
                .lostStage("l")
                .openStage("o")
                .otherStagesAreOpen(false)
                .keep(DealField.VALUE, "custom:amount")
                .drop(DealField.TAGS, DealField.EXPECTED_CLOSE_ON)
                .defaultValue(DealField.LOST_REASON, "other")
                .lostReason("price", "price_concerns")
                .owner("anna", "u-1")
                .currency("EUR")
                .localQuery(true)
                .localSortLimit(5)
                .requireUsage(Path.of("used.properties"))
                .require(Operation.WIN, Operation.LIST_STAGES)
                .allowUnverified(true)
                .allowCleartext(true)
                .connectTimeout(Duration.ofSeconds(1))
                .callTimeout(Duration.ofSeconds(2))
                .attemptTimeout(Duration.ofMillis(1500))
                .maxRetryDelay(Duration.ofDays(1))
                .settleTime(Duration.ZERO)
                .maxAttempts(1)
                .rateLimit("off")
                .circuit("off")
                .quotaStore("redis://cache")
                .quotaShare(100)
                .maxResponseBytes(1)
                .prefetchPages(false)
                .usageFile(Path.of("usage.properties"))
                .crosswalk(Path.of("walk.csv"))
                .shadow(Path.of("b.properties"))
                .shadowSample(10)
                .shadowShare(5)
                .shadowIgnore()
                .set("deals.connections.emea.token", SECRET)
                .httpClient(client)
                .build();

        assertThat(config.describe())
                .filteredOn(entry -> !entry.source().equals("builder"))
                .isEmpty();
        assertThat(config.describe()).hasSize(44);
        assertThat(config.otherStagesAreOpen()).isFalse();
        assertThat(config.keep()).containsExactly(Map.entry(DealField.VALUE, "custom:amount"));
        assertThat(config.drop()).containsExactly(DealField.TAGS, DealField.EXPECTED_CLOSE_ON);
        assertThat(config.defaults()).containsExactly(Map.entry(DealField.LOST_REASON, "other"));
        assertThat(config.lostReasons()).containsExactly(Map.entry("price", "price_concerns"));
        assertThat(config.owners()).containsExactly(Map.entry("anna", "u-1"));
        assertThat(config.currency()).hasValue("EUR");
        assertThat(config.filtersLocally()).isTrue();
        assertThat(config.sortsLocally()).isTrue();
        assertThat(config.localSortLimit()).isEqualTo(5);
        assertThat(config.requireUsage()).hasValue(Path.of("used.properties"));
        assertThat(config.require()).containsExactly(Operation.WIN, Operation.LIST_STAGES);
        assertThat(config.attemptTimeout()).isEqualTo(Duration.ofMillis(1500));
        assertThat(config.maxRetryDelay()).isEqualTo(Duration.ofDays(1));
        assertThat(config.rateLimit()).hasValue("off");
        assertThat(config.circuit()).isEqualTo("off");
        assertThat(config.quotaStore()).hasValue(URI.create("redis://cache"));
        assertThat(config.quotaShare()).isEqualTo(100);
        assertThat(config.maxResponseBytes()).isEqualTo(1);
        assertThat(config.prefetchPages()).isFalse();
        assertThat(config.crosswalk()).hasValue(Path.of("walk.csv"));
        assertThat(config.shadow()).hasValue(Path.of("b.properties"));
        assertThat(config.shadowSample()).isEqualTo(10);
        assertThat(config.shadowShare()).isEqualTo(5);
        assertThat(config.shadowIgnore()).isEmpty();
        assertThat(config.usageFile()).hasValue(Path.of("usage.properties"));
        assertThat(config.httpClient()).containsSame(client);
        assertThat(config.connection("emea").httpClient()).containsSame(client);
    }

    @Test
    void from_ofThisProgram_needsNothingElse() {
        DealsConfig config = DealsConfig.from(Map.of("deals.provider", "stora", "deals.token", SECRET));

        assertThat(config.provider()).hasValue("stora");
        assertThat(config.missing()).isEmpty();
    }

    @Test
    void build_tokenAndTokenFileSetters_areTold() {
        assertThat(sources.builder().token(" t ").build().token()).hasValue("t");
        assertThat(sources.builder().tokenFile(Path.of("t")).build().tokenFile())
                .hasValue(Path.of("t"));
    }

    @Test
    void load_nothingSet_describesDefaults() {
        assertThat(sources.load().describe())
                .containsExactly(
                        new ConfigEntry("deals.allow-cleartext", "false", "default"),
                        new ConfigEntry("deals.allow-unverified", "false", "default"),
                        new ConfigEntry("deals.attempt-timeout", "15s", "default"),
                        new ConfigEntry("deals.call-timeout", "30s", "default"),
                        new ConfigEntry("deals.circuit", "10/30s", "default"),
                        new ConfigEntry("deals.connect-timeout", "5s", "default"),
                        new ConfigEntry("deals.local-sort-limit", "10000", "default"),
                        new ConfigEntry("deals.max-attempts", "4", "default"),
                        new ConfigEntry("deals.max-response-bytes", "32MiB", "default"),
                        new ConfigEntry("deals.max-retry-delay", "20s", "default"),
                        new ConfigEntry("deals.other-stages", "open", "default"),
                        new ConfigEntry("deals.prefetch-pages", "true", "default"),
                        new ConfigEntry("deals.quota-share", "20%", "default"),
                        new ConfigEntry("deals.settle-time", "3s", "default"),
                        new ConfigEntry(
                                "deals.shadow.ignore",
                                "contact-id,company-id,line-items,created-at,updated-at,closed-at",
                                "default"),
                        new ConfigEntry("deals.shadow.sample", "100%", "default"),
                        new ConfigEntry("deals.shadow.share", "20%", "default"));
        assertThat(sources.load().maxResponseBytes()).isEqualTo(32L * 1024 * 1024);
        assertThat(sources.load().require()).isEmpty();
    }

    @Test
    void describe_secrets_areMaskedWithTheirSources() {
        sources.file(
                "deals.connections.emea.oauth.client-id=id", "deals.connections.emea.oauth.client-secret=" + SECRET);
        sources.environment("DEALS_TOKEN", SECRET);

        DealsConfig config = sources.load();

        assertThat(config.describe())
                .contains(
                        new ConfigEntry("deals.token", "****", "environment DEALS_TOKEN"),
                        new ConfigEntry(
                                "deals.connections.emea.oauth.client-secret", "****", "deals.properties line 2"));
        assertThat(config.connection("emea").describe())
                .contains(new ConfigEntry("deals.oauth.client-secret", "****", "deals.properties line 2"));
        assertThat(config.toString()).contains("deals.token=****").doesNotContain(SECRET);
        assertThat(config.connection("emea").toString()).doesNotContain(SECRET);
    }

    @Test
    void connection_someValuesSet_inheritsTheRest() {
        sources.file(
                "deals.provider=stora",
                "deals.token=top",
                "deals.max-attempts=7",
                "deals.stages.a=1",
                "deals.stages.b=2",
                "deals.connections.emea.stages.b=3");

        DealsConfig emea = sources.load().connection("emea");

        assertThat(emea.provider()).hasValue("stora");
        assertThat(emea.token()).hasValue("top");
        assertThat(emea.maxAttempts()).isEqualTo(7);
        assertThat(emea.stages()).containsExactly(Map.entry("a", "1"), Map.entry("b", "3"));
        assertThat(emea.connections()).isEmpty();
    }

    @Test
    void connection_otherProvider_inheritsNeitherCredentialsNorHost() {
        sources.file(
                "deals.provider=stora",
                "deals.token=top",
                "deals.base-url=https://gateway.example.com",
                "deals.max-attempts=7",
                "deals.connections.emea.provider=stardex",
                "deals.connections.emea.token=own",
                "deals.connections.apac.provider=backside");

        DealsConfig config = sources.load();

        assertThat(config.connection("emea").baseUrl()).isEmpty();
        assertThat(config.connection("emea").token()).hasValue("own");
        assertThat(config.connection("emea").maxAttempts()).isEqualTo(7);
        assertThat(config.connection("apac").token()).isEmpty();
    }

    @Test
    void connection_ownCredentials_inheritsNoneOfTheTopLevel() {
        sources.file(
                "deals.oauth.client-id=id",
                "deals.oauth.client-secret=" + SECRET,
                "deals.oauth.scope=read",
                "deals.connections.emea.token=own");

        DealsConfig emea = sources.load().connection("emea");

        assertThat(emea.token()).hasValue("own");
        assertThat(emea.oauthClientId()).isEmpty();
        assertThat(emea.oauthClientSecret()).isEmpty();
        assertThat(emea.oauthScope()).isEmpty();
    }

    @Test
    void connection_faulty_isToldAtLoadOnce() {
        sources.file(
                "deals.max-attempts=0",
                "deals.connections.emea.base-url=http://crm.example.com",
                "deals.connections.emea.token=a",
                "deals.connections.emea.token-file=b",
                "deals.connections.apac.provider=stora");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(sources::load)
                .satisfies(thrown -> assertThat(thrown.problems())
                        .containsExactly(
                                "deals.properties line 1: deals.max-attempts: \"0\" is out of range; write a number from 1 to"
                                        + " 100",
                                "deals.properties line 2: deals.connections.emea.base-url: is plain http, which others can"
                                        + " read; write https, or allow it by deals.connections.emea.allow-cleartext=true",
                                "deals.properties line 4: deals.connections.emea.token-file: deals.connections.emea.token is set"
                                        + " as well (deals.properties line 3); remove deals.connections.emea.token-file or"
                                        + " deals.connections.emea.token",
                                "deals.properties: deals.connections.apac.token: there are no credentials; write"
                                        + " deals.connections.apac.token, deals.connections.apac.token-file, or"
                                        + " deals.connections.apac.oauth.client-id and"
                                        + " deals.connections.apac.oauth.client-secret",
                                "deals.properties: deals.connections.emea.provider: is not set; write"
                                        + " deals.connections.emea.provider=NAME with the name of a provider"));
    }

    @Test
    void connection_unknownName_listsNamesNearestFirst() {
        sources.file("deals.connections.apac.provider=a", "deals.connections.emea.provider=b");
        DealsConfig config = sources.load();

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> config.connection("emae"))
                .withMessageEndingWith(
                        "deals.properties: deals.connections.emae: no such connection; there is emea, apac");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> config.connection("emea").connection("apac"))
                .withMessageEndingWith("no such connection; none is set up here");
    }

    @Test
    void missing_onlyConnections_tellsToPickOne() {
        DealsConfig config =
                sources.from(Map.of("deals.connections.emea.token", "t", "deals.connections.apac.token", "t"));

        assertThat(config.missing())
                .isEqualTo(List.of("map: deals.provider: is not set; pick one of the connections with"
                        + " DealsConfig.connection(name): apac, emea"));
        assertThat(config.connection("emea").missing())
                .containsExactly("map: deals.connections.emea.provider: is not set; write"
                        + " deals.connections.emea.provider=NAME with the name of a provider");
    }
}
