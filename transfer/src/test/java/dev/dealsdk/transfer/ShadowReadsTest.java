package dev.dealsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.event.CallListener;
import dev.dealsdk.event.CallObserver;
import dev.dealsdk.event.CallStart;
import dev.dealsdk.event.ShadowDifference;
import dev.dealsdk.event.ShadowRead;
import dev.dealsdk.event.ShadowResult;
import dev.dealsdk.testkit.BacksideSimulator;
import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.JournalEntry;
import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.StardexSimulator;
import dev.dealsdk.testkit.StoraSimulator;
import dev.dealsdk.testkit.VendorSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a program reads from one account, compared with another over HTTP. */
class ShadowReadsTest {
    @TempDir
    private Path folder;

    private final BlockingQueue<ShadowRead> reads = new LinkedBlockingQueue<>();

    private Path file(Map<String, String> config) throws Exception {
        StringBuilder text = new StringBuilder();
        config.forEach(
                (key, value) -> text.append(key).append('=').append(value).append('\n'));
        return Files.writeString(folder.resolve("b.properties"), text);
    }

    private static Map<String, String> with(Map<String, String> config, String... more) {
        Map<String, String> all = new LinkedHashMap<>(config);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private DealsClient connect(Map<String, String> config, Path shadow) {
        return connect(config, shadow, reads::add);
    }

    private static DealsClient connect(Map<String, String> config, Path shadow, Consumer<ShadowRead> listener) {
        return DealsClient.connect(DealsConfig.from(with(config, "deals.shadow", shadow.toString())).toBuilder()
                .addListener(new CallListener() {
                    @Override
                    public CallObserver callStarted(CallStart call) {
                        return new CallObserver() {};
                    }

                    @Override
                    public void shadowRead(ShadowRead read) {
                        listener.accept(read);
                    }
                })
                .build());
    }

    private ShadowRead next() throws InterruptedException {
        return Optional.ofNullable(reads.poll(20, TimeUnit.SECONDS)).orElseThrow();
    }

    private List<ShadowRead> next(int count) throws InterruptedException {
        List<ShadowRead> next = new ArrayList<>();
        while (next.size() < count) {
            next.add(next());
        }
        return next;
    }

    private static List<String> fields(ShadowRead read) {
        return read.differences().stream().map(ShadowDifference::field).toList();
    }

    private static long shadowThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("deals-shadow-"))
                .count();
    }

    static Stream<Supplier<VendorSimulator>> vendors() {
        return Stream.of(
                Play2SellSimulator::start, StoraSimulator::start, StardexSimulator::start, BacksideSimulator::start);
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void sameFileOnBothSides_everyReadOfAQuietAccount_isEqual(Supplier<VendorSimulator> start) throws Exception {
        try (VendorSimulator vendor = start.get()) {
            Map<String, String> config =
                    with(vendor.config(), "deals.shadow.ignore", "none", "deals.allow-unverified", "true");
            Path self = folder.resolve("b.properties");
            file(with(config, "deals.shadow", self.toString()));
            List<Deal> listed;
            try (DealsClient deals = connect(config, self)) {
                listed = deals.list(DealQuery.all()).stream().toList();
                listed.forEach(deal -> deals.get(deal.id()));

                assertThat(listed).isNotEmpty();
                assertThat(next(2 * listed.size())).allSatisfy(read -> {
                    assertThat(read.result()).as(read.toString()).isEqualTo(ShadowResult.EQUAL);
                    assertThat(read.shadowDealId()).hasValue(read.dealId());
                    assertThat(read.skipped()).isZero();
                });
            }
            assertThat(reads).isEmpty();
        }
    }

    /** Two accounts of two vendors, and a cross-walk between them. */
    private final class Pair implements AutoCloseable {
        private final Accounts accounts = new Accounts();
        private final List<String> ids = accounts.plant(4, 0);
        private final Transfer transfer = accounts.transfer(folder).mapping(accounts.mapping("recreate"));
        private final Path walk = folder.resolve("walk.csv");

        Pair() {
            assertThat(transfer.run().isComplete()).isTrue();
            transfer.crosswalk().write(walk);
            accounts.target().clearJournal();
        }

        Map<String, String> own() {
            return with(
                    accounts.source().config(),
                    "deals.currency",
                    "USD",
                    "deals.shadow.ignore",
                    "contact-name,contact-email,contact-id,company-id,line-items,created-at,updated-at,closed-at,stage,"
                            + "owner-ids,win-probability");
        }

        Path shadow() throws Exception {
            Map<String, String> config = new LinkedHashMap<>(accounts.target().config());
            config.putAll(Accounts.targetKeys());
            return file(with(config, "deals.crosswalk", walk.toString()));
        }

        @Override
        public void close() {
            accounts.close();
        }
    }

    @Test
    void otherVendor_plantedDifferences_areNamedWithBothValuesAndNothingIsWrittenThere() throws Exception {
        try (Pair pair = new Pair()) {
            String changed = pair.transfer.crosswalk().targetOf(pair.ids.get(1)).orElseThrow();
            try (DealsClient target = pair.accounts.connectTarget()) {
                Deal unused = target.update(
                        changed,
                        DealUpdate.builder()
                                .name("Somebody")
                                .value(DealValue.of("7", "USD"))
                                .build());
                unused = target.win(
                        pair.transfer.crosswalk().targetOf(pair.ids.get(2)).orElseThrow());
            }
            pair.accounts.target().clearJournal();
            try (DealsClient deals = connect(pair.own(), pair.shadow())) {
                Deal unused = deals.get(pair.ids.get(0));
                assertThat(next().result()).isEqualTo(ShadowResult.EQUAL);
                unused = deals.get(pair.ids.get(1));
                ShadowRead different = next();
                assertThat(different.result()).isEqualTo(ShadowResult.DIFFERENT);
                assertThat(different.shadowDealId()).hasValue(changed);
                assertThat(different.operation()).isEqualTo(Operation.GET);
                assertThat(different.differences())
                        .containsExactly(
                                new ShadowDifference("name", Optional.of("Deal 1"), Optional.of("Somebody")),
                                new ShadowDifference("value", Optional.of("101"), Optional.of("7")));
                assertThat(different.toString()).contains("[name, value]").doesNotContain("Somebody");
                unused = deals.get(pair.ids.get(2));
                assertThat(fields(next())).containsExactly("status");
                assertThat(deals.list(DealQuery.all()).stream()).hasSize(4);
                assertThat(next(4))
                        .filteredOn(read -> read.result() == ShadowResult.DIFFERENT)
                        .hasSize(2)
                        .allMatch(read -> read.operation() == Operation.LIST);
                assertThat(deals.async().list(DealQuery.all()).join().items()).hasSize(4);
                assertThat(next(4)).hasSize(4);
            }
            assertThat(pair.accounts.target().journal())
                    .isNotEmpty()
                    .noneMatch(JournalEntry::applied)
                    .allMatch(request -> request.method().equals("GET"));
        }
    }

    @Test
    void dealThatIsNotInTheCrosswalk_isNotAskedFor_andOneThatIsGoneIsMissing() throws Exception {
        try (Pair pair = new Pair()) {
            String added;
            try (DealsClient source = pair.accounts.connectSource()) {
                added = source.create(NewDeal.builder()
                                .name("New")
                                .value(DealValue.of("1"))
                                .build())
                        .id();
            }
            Files.writeString(
                    pair.walk,
                    Files.readString(pair.walk).replaceAll("(?m)^(" + pair.ids.get(0) + "),.*$", "$1,deal_none"));
            try (DealsClient deals = connect(pair.own(), pair.shadow())) {
                Deal unused = deals.get(added);
                ShadowRead unmapped = next();
                assertThat(unmapped.result()).isEqualTo(ShadowResult.UNMAPPED);
                assertThat(unmapped.shadowDealId()).isEmpty();
                assertThat(pair.accounts.target().journal()).isEmpty();
                unused = deals.get(pair.ids.get(0));
                ShadowRead missing = next();
                assertThat(missing.result()).isEqualTo(ShadowResult.MISSING);
                assertThat(missing.shadowDealId()).hasValue("deal_none");
            }
        }
    }

    @Test
    void otherAccountFails_callerGetsItsDeal_andEachReadIsOneAttempt() throws Exception {
        try (Pair pair = new Pair()) {
            pair.accounts.target().inject(Fault.status(503).always());
            ShadowReport report = new ShadowReport();
            try (DealsClient deals = connect(pair.own(), pair.shadow(), read -> {
                report.shadowRead(read);
                reads.add(read);
            })) {
                for (int i = 0; i < 12; i++) {
                    assertThat(deals.get(pair.ids.get(i % 4)).name()).hasValue("Deal " + i % 4);
                }
                assertThat(next(12)).allSatisfy(read -> {
                    assertThat(read.result()).isEqualTo(ShadowResult.FAILED);
                    assertThat(read.failure().orElseThrow()).hasMessageContaining("503");
                });
            }
            assertThat(pair.accounts.target().journal()).hasSize(12);
            assertThat(report.count(ShadowResult.FAILED)).isEqualTo(12);
            assertThat(report.kept()).hasSize(12);
            assertThat(report.render())
                    .isEqualTo(
                            "0 reads compared: 0 equal, 0 different; 0 missing, 0 not in the cross-walk, 12 failed, 0"
                                    + " skipped");
        }
    }

    @Test
    void otherAccountThatIsNotThere_connectsAndReadsAllTheSame() throws Exception {
        try (Pair pair = new Pair()) {
            Path shadow = pair.shadow();
            pair.accounts.target().close();

            try (DealsClient deals = connect(pair.own(), shadow)) {
                assertThat(deals.get(pair.ids.get(0)).name()).hasValue("Deal 0");
                assertThat(next().result()).isEqualTo(ShadowResult.FAILED);
            }
        }
    }

    @Test
    void otherAccountHangs_callerDoesNotWait_andCloseEndsItAtOnce() throws Exception {
        try (Pair pair = new Pair()) {
            pair.accounts.target().inject(Fault.delay(Duration.ofSeconds(60)).always());
            long start = System.nanoTime();
            DealsClient deals = connect(pair.own(), pair.shadow());
            for (int i = 0; i < 20; i++) {
                Deal unused = deals.get(pair.ids.get(0));
            }
            assertThat(pair.accounts.target().awaitRequests(2, Duration.ofSeconds(10)))
                    .hasSize(2);

            deals.close();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(40));
            assertThat(shadowThreads()).isZero();
            assertThat(reads).as("nothing is claimed of what was cut off").isEmpty();
            assertThat(pair.accounts.target().journal()).hasSize(2);
        }
    }

    @Test
    void moreReadsThanAreCompared_areLeftOutAndCounted() throws Exception {
        try (Pair pair = new Pair()) {
            CountDownLatch release = new CountDownLatch(1);
            CountDownLatch busy = new CountDownLatch(2);
            AtomicLong skipped = new AtomicLong();
            try (DealsClient deals = connect(pair.own(), pair.shadow(), read -> {
                busy.countDown();
                try {
                    release.await();
                } catch (InterruptedException closed) {
                    Thread.currentThread().interrupt();
                }
                skipped.addAndGet(read.skipped());
                reads.add(read);
            })) {
                Deal unused = deals.get(pair.ids.get(0));
                unused = deals.get(pair.ids.get(1));
                assertThat(busy.await(20, TimeUnit.SECONDS)).isTrue();
                for (int i = 0; i < 260; i++) {
                    assertThat(deals.list(DealQuery.all()).stream()).hasSize(4);
                }
                release.countDown();

                List<ShadowRead> compared = next(2 + ShadowComparison.MOST_WAITING);

                assertThat(compared).allMatch(read -> read.result() == ShadowResult.EQUAL);
                assertThat(skipped.get()).isEqualTo(4 * 260 - ShadowComparison.MOST_WAITING);
            }
        }
    }

    @Test
    void sample_ofTenPercent_comparesAboutThat() throws Exception {
        try (Pair pair = new Pair()) {
            try (DealsClient deals = connect(with(pair.own(), "deals.shadow.sample", "10%"), pair.shadow())) {
                for (int i = 0; i < 100; i++) {
                    assertThat(deals.list(DealQuery.all()).stream()).hasSize(4);
                }
                int compared = 0;
                while (reads.poll(1, TimeUnit.SECONDS) != null) {
                    compared++;
                }

                // Of 400 reads; ten standard deviations would be 60.
                assertThat(compared).isBetween(10, 100);
            }
        }
    }

    @Test
    void pace_isAPartOfTheRateLimit() {
        AtomicLong now = new AtomicLong();
        ShadowPace fifth = new ShadowPace(Optional.of("10/1s,60/1m"), 20, now::get);
        assertThat(fifth.next()).isZero();
        assertThat(fifth.next()).isEqualTo(Duration.ofSeconds(5));
        now.addAndGet(Duration.ofSeconds(7).toNanos());
        assertThat(fifth.next()).isEqualTo(Duration.ofSeconds(3));
        now.addAndGet(Duration.ofMinutes(5).toNanos());
        assertThat(fifth.next()).as("what was not used is gone").isZero();
        assertThat(fifth.next()).isEqualTo(Duration.ofSeconds(5));
        ShadowPace free = new ShadowPace(Optional.empty(), 20, now::get);
        assertThat(free.next()).isZero();
        assertThat(free.next()).isZero();
    }

    @Test
    void connect_shadowThatCannotBeUsed_isRefusedWithItsFaults() throws Exception {
        try (Play2SellSimulator vendor = Play2SellSimulator.start()) {
            Path absent = folder.resolve("absent.properties");
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> connect(vendor.config(), absent))
                    .satisfies(thrown -> assertThat(thrown.problems())
                            .hasSize(1)
                            .first()
                            .asString()
                            .startsWith("map: deals.shadow: ")
                            .contains("absent.properties"));
            Path unset = file(with(vendor.config(), "deals.token", "${NO_SUCH_VARIABLE_IS_SET}"));
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> connect(vendor.config(), unset))
                    .withMessageContaining("b.properties line")
                    .withMessageContaining("deals.token: the environment variable that it names is not set");
            Path anonymous = file(Map.of("deals.provider", "stora"));
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> connect(vendor.config(), anonymous))
                    .withMessageContaining("there are no credentials");
            Path noWalk = file(with(
                    vendor.config(), "deals.crosswalk", folder.resolve("no.csv").toString()));
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> connect(vendor.config(), noWalk))
                    .withMessageContaining("deals.crosswalk")
                    .withMessageContaining("no.csv does not exist");
        }
        assertThat(shadowThreads()).isZero();
    }

    @Test
    void connection_ofTheSameNameInTheOtherFile_isTaken() throws Exception {
        try (Play2SellSimulator vendor = Play2SellSimulator.start()) {
            Map<String, String> named = new LinkedHashMap<>();
            vendor.config().forEach((key, value) -> named.put(key.replace("deals.", "deals.connections.emea."), value));
            Path shadow = file(named);
            named.put("deals.connections.emea.shadow", shadow.toString());
            String id = String.valueOf(vendor.deals().get(0).get("id"));

            try (DealsClient deals = DealsClient.connect(DealsConfig.from(named).connection("emea"))) {
                Deal unused = deals.get(id);
                assertThat(vendor.awaitRequests(2, Duration.ofSeconds(10))).hasSize(2);
            }
        }
    }

    @Test
    void comparison_ofStagesAndCustomFields_goesByWhatTheProgramCallsThem() {
        Deal.Builder plain = Deal.builder().id("1").provider("a").status(DealStatus.OPEN);
        DealComparison comparison = new DealComparison(Set.of(), Set.of("margin"));
        Deal own = plain.stageId("s1")
                .stageName("Qualified")
                .putCustomFields("margin", "5")
                .putCustomFields("uuid-of-a", "x")
                .putExtras("only_here", true)
                .build();
        Deal.Builder other =
                Deal.builder().id("2").provider("b").status(DealStatus.OPEN).stageId("t9");

        assertThat(comparison.of(
                        own,
                        other.stageName("qualified")
                                .putCustomFields("margin", "5")
                                .putCustomFields("key_of_b", "y")
                                .build(),
                        Operation.GET))
                .isEmpty();
        assertThat(comparison.of(
                        own,
                        Deal.builder()
                                .id("2")
                                .provider("b")
                                .status(DealStatus.OPEN)
                                .stageId("t9")
                                .stageName("Other")
                                .description("more")
                                .build(),
                        Operation.GET))
                .extracting(ShadowDifference::field)
                .containsExactly("custom.margin", "description", "stage");
        assertThat(comparison.of(
                        own,
                        Deal.builder()
                                .id("2")
                                .provider("b")
                                .status(DealStatus.OPEN)
                                .stageName("Qualified")
                                .putCustomFields("margin", "5")
                                .description("more")
                                .build(),
                        Operation.LIST))
                .as("a row may lack what the deal has")
                .isEmpty();
        assertThat(new DealComparison(Set.of("stage", "custom-fields"), Set.of("margin"))
                        .of(
                                own,
                                Deal.builder()
                                        .id("2")
                                        .provider("b")
                                        .status(DealStatus.OPEN)
                                        .build(),
                                Operation.GET))
                .isEmpty();
    }
}
