package dev.dealsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.MalformedResponseException;
import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.JournalEntry;
import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.StoraSimulator;
import dev.dealsdk.testkit.VendorSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A create without a result is found again whatever the list of the target is like; what cannot be told is not created again. */
class LookUpTest {
    @TempDir
    private Path folder;

    private final Accounts accounts = new Accounts();

    @AfterEach
    void close() {
        accounts.close();
    }

    private Transfer transfer() {
        return accounts.transfer(folder).mapping(accounts.mapping("recreate"));
    }

    private Path store() {
        return folder.resolve("move.store");
    }

    private static StoredDeal oldIntent() {
        return StoredDeal.intent(1, Optional.empty(), Map.of());
    }

    @Test
    void run_rowIsPassedOverSinceAnotherWasDeleted_theCreateIsFoundNevertheless() throws Exception {
        try (StoraSimulator source = StoraSimulator.start();
                Play2SellSimulator target = Play2SellSimulator.start();
                Proxy proxy = new Proxy(target);
                DealsClient people = DealsClient.connect(DealsConfig.from(target.config()))) {
            String sourceId = String.valueOf(source.deals().get(0).get("id"));
            int pageSize = people.capabilities().maxPageSize().orElseThrow();
            for (int i = 0; i < pageSize + 20; i++) {
                String unused = target.addDeal(Map.of("name", "Other " + i, "value", 1));
            }
            String twin = ids(people).get(pageSize);
            Deal unused = people.update(
                    twin,
                    DealUpdate.builder()
                            .putCustomFields("moved_from", "stora:old:" + sourceId)
                            .build());
            List<String> listed = ids(people);
            assertThat(listed.get(pageSize)).isEqualTo(twin);
            AtomicInteger firstPages = new AtomicInteger();
            proxy.change(exchange -> {
                boolean isFirstPage =
                        exchange.method().equals("GET") && exchange.path().contains("?page=1&");
                if (isFirstPage && firstPages.incrementAndGet() == 1) {
                    people.delete(listed.get(0));
                }
                return exchange;
            });
            Map<String, String> keys = proxy.config();
            keys.put("deals.reference-field", "moved_from");
            keys.put("deals.default.value", "0");
            Map<String, String> lines = new LinkedHashMap<>(Map.of("account", "old", "closed", "open-only"));
            for (String line : List.of("owner.*", "extra.*", "custom.*", "field.contact-id", "field.line-items")) {
                lines.put(line, "drop");
            }
            lines.put("stage.*", "-");
            try (TransferStore store = TransferStore.open(store())) {
                store.about("looked", "yes");
                store.put(sourceId, oldIntent());
            }
            int before = target.deals().size();

            RunReport report = Transfer.from(DealsConfig.from(source.config()))
                    .to(DealsConfig.from(keys))
                    .mapping(TransferMapping.of(lines))
                    .store(store())
                    .options(TransferOptions.builder().settle(Duration.ZERO).build())
                    .run();

            assertThat(firstPages).as(report.render()).hasValueGreaterThanOrEqualTo(2);
            assertThat(report.created())
                    .as(report.render())
                    .isEqualTo(source.deals().size() - 1);
            assertThat(target.deals()).hasSize(before - 1 + source.deals().size() - 1);
        }
    }

    /** What a listing does once, in the first look at the target, to the rows of a run whose store was lost. */
    enum Misreading {
        ROW_PASSED_OVER,
        ROW_WITH_THE_ID_OF_AN_EARLIER_ROW,
        EARLIER_ROW_WITH_THE_ID_OF_A_ROW
    }

    @ParameterizedTest
    @EnumSource
    void run_storeLostAndTheFirstListingMisread_createsNothingAgain(Misreading misreading) throws Exception {
        try (Play2SellSimulator target = Play2SellSimulator.start();
                Proxy proxy = new Proxy(target);
                DealsClient people = DealsClient.connect(DealsConfig.from(target.config()))) {
            List<String> sourceIds = accounts.plant(30, 0);
            int pageSize = people.capabilities().maxPageSize().orElseThrow();
            for (int i = target.deals().size(); i < pageSize - 10; i++) {
                String unused = target.addDeal(Map.of("name", "Other " + i, "value", 1));
            }
            Map<String, String> keys = proxy.config();
            keys.put("deals.reference-field", "moved_from");
            keys.put("deals.currency", "USD");
            Map<String, String> lines = new LinkedHashMap<>(Map.of("account", "old", "closed", "open-only"));
            for (String line : List.of("owner.*", "extra.*", "custom.*", "field.win-probability")) {
                lines.put(line, "drop");
            }
            lines.put("stage.*", "-");
            Transfer transfer = Transfer.from(accounts.sourceConfig())
                    .to(DealsConfig.from(keys))
                    .mapping(TransferMapping.of(lines))
                    .store(store())
                    .options(TransferOptions.builder().settle(Duration.ZERO).build());
            RunReport first = transfer.run();
            assertThat(first.created()).as(first.render()).isEqualTo(30);
            Files.delete(store());
            List<String> listed = ids(people);
            String onPageOne = listed.get(pageSize - 1);
            String onPageTwo = listed.get(pageSize);
            assertThat(sourceIds.stream().map(id -> madeOf(id, target))).contains(onPageOne, onPageTwo);
            AtomicInteger pages = new AtomicInteger();
            proxy.change(exchange -> {
                boolean isPage =
                        exchange.method().equals("GET") && exchange.path().contains("?page=");
                if (!isPage || pages.incrementAndGet() > 2) {
                    return exchange;
                }
                return switch (misreading) {
                    case ROW_PASSED_OVER -> {
                        if (pages.get() == 1) {
                            people.delete(listed.get(0));
                        }
                        yield exchange;
                    }
                    case ROW_WITH_THE_ID_OF_AN_EARLIER_ROW ->
                        exchange.withResponse(exchange.status(), exchange.body().replace(onPageTwo, onPageOne));
                    case EARLIER_ROW_WITH_THE_ID_OF_A_ROW ->
                        exchange.withResponse(exchange.status(), exchange.body().replace(onPageOne, onPageTwo));
                };
            });

            RunReport again = transfer.run();

            assertThat(pages).as(again.render()).hasValueGreaterThan(2);
            assertThat(again.created()).as(again.render()).isZero();
            proxy.changeNothing();
            RunReport last = transfer.run();
            assertThat(last.isComplete()).as(last.render()).isTrue();
            assertThat(last.created()).isZero();
            Crosswalk walk = transfer.crosswalk();
            assertThat(sourceIds).allSatisfy(id -> assertThat(walk.targetOf(id)).contains(madeOf(id, target)));
        }
    }

    /** The id of the one deal at the target that was made of a deal of the source. */
    private static String madeOf(String sourceId, VendorSimulator target) {
        List<String> made = target.deals().stream()
                .filter(deal -> String.valueOf(deal.get("custom_fields")).contains("play2sell:old:" + sourceId))
                .map(deal -> String.valueOf(deal.get("id")))
                .toList();
        assertThat(made).hasSize(1);
        return made.get(0);
    }

    private static List<String> ids(DealsClient client) {
        return client
                .list(DealQuery.builder()
                        .pageSize(client.capabilities().maxPageSize())
                        .build())
                .stream()
                .map(Deal::id)
                .toList();
    }

    @Test
    void run_responseToACreateNamesAnotherDeal_itIsLookedUpAndNotBelieved() {
        List<String> ids = accounts.plant(6, 0);
        accounts.target().inject(Fault.otherDeal().on("POST", "/2025-09/deals").times(2));

        RunReport report = transfer().run();

        assertThat(report.isComplete()).as(report.render()).isTrue();
        List<String> there = accounts.atTarget().stream().map(Deal::id).toList();
        assertThat(there).hasSize(6);
        Crosswalk walk = transfer().crosswalk();
        assertThat(ids.stream().map(id -> walk.targetOf(id).orElseThrow()).toList())
                .containsExactlyInAnyOrderElementsOf(there);
        assertThat(transfer().verify().isClean()).isTrue();
    }

    @Test
    void run_storeLostAndRecordWithOurReferenceUnreadable_isNotCreatedAgain() throws Exception {
        List<String> ids = accounts.plant(3, 0);
        assertThat(transfer().run().isComplete()).isTrue();
        String unreadable = transfer().crosswalk().targetOf(ids.get(1)).orElseThrow();
        Files.delete(store());
        try (Proxy proxy = new Proxy(accounts.target())) {
            Map<String, String> keys = proxy.config();
            keys.putAll(Accounts.targetKeys());
            Transfer transfer = transfer().to(DealsConfig.from(keys));
            proxy.change(exchange -> exchange.path().startsWith("/2025-09/deals?")
                    ? exchange.withResponse(
                            exchange.status(), exchange.body().replace("\"" + unreadable + "\"", "{\"not\":\"an id\"}"))
                    : exchange);

            RunReport report = transfer.run();

            assertThat(report.created()).as(report.render()).isZero();
            assertThat(report.found()).isEqualTo(2);
            assertThat(report.unknown()).isEqualTo(1);
            assertThat(accounts.target().deals())
                    .filteredOn(deal -> "Deal 1".equals(deal.get("name")))
                    .hasSize(1);
            proxy.changeNothing();
            RunReport again = transfer.run();
            assertThat(again.isComplete()).as(again.render()).isTrue();
            assertThat(again.created()).isZero();
        }
    }

    @Test
    void run_rolledBackDealIsListedTwice_isCreatedAnew() throws Exception {
        List<String> ids = accounts.plant(2, 0);
        try (Proxy proxy = new Proxy(accounts.target())) {
            Map<String, String> keys = proxy.config();
            keys.putAll(Accounts.targetKeys());
            Transfer transfer = transfer()
                    .to(DealsConfig.from(keys))
                    .options(accounts.options().rollbackReason("price_concerns").build());
            assertThat(transfer.run().created()).isEqualTo(2);
            Crosswalk walk = transfer.crosswalk();
            RollbackReport back = transfer.rollback();
            assertThat(back.lost()).as(back.render()).isEqualTo(2);
            try (TransferStore store = TransferStore.open(store())) {
                store.put("gone", oldIntent());
            }
            String one = walk.targetOf(ids.get(0)).orElseThrow();
            String other = walk.targetOf(ids.get(1)).orElseThrow();
            proxy.change(exchange -> exchange.path().startsWith("/2025-09/deals?")
                    ? exchange.withResponse(exchange.status(), exchange.body().replace(other, one))
                    : exchange);

            RunReport report = transfer.run();

            assertThat(report.created()).as(report.render()).isEqualTo(2);
            assertThat(transfer.crosswalk().targetOf(ids.get(0)).orElseThrow()).isNotEqualTo(one);
        }
    }

    @Test
    void run_firstReadingOfTheTargetHasAnUnreadablePage_createsNothing() throws Exception {
        accounts.plant(3, 0);
        try (Proxy proxy = new Proxy(accounts.target())) {
            Map<String, String> keys = proxy.config();
            keys.putAll(Accounts.targetKeys());
            Transfer transfer = transfer().to(DealsConfig.from(keys));
            proxy.change(exchange -> exchange.path().matches("/2025-09/deals\\?.*page=1\\b.*")
                    ? exchange.withResponse(exchange.status(), exchange.body().substring(0, 100))
                    : exchange);

            RunReport report = transfer.run();

            assertThat(report.stopped()).as(report.render()).isPresent();
            assertThat(report.created()).isZero();
            assertThat(accounts.target().journal()).noneMatch(JournalEntry::applied);
            proxy.changeNothing();
            assertThat(transfer.run().created()).isEqualTo(3);
        }
    }

    @Test
    void run_countersOfTheTargetContradictItsRows_isNoUnreadablePage() throws Exception {
        accounts.plant(3, 0);
        try (Proxy proxy = new Proxy(accounts.target())) {
            Map<String, String> keys = proxy.config();
            keys.putAll(Accounts.targetKeys());
            proxy.change(exchange -> exchange.path().startsWith("/2025-09/deals?")
                    ? exchange.withResponse(
                            exchange.status(), exchange.body().replaceAll("\"count\":\\d+", "\"count\":1"))
                    : exchange);
            Transfer transfer = transfer().to(DealsConfig.from(keys));

            RunReport report = transfer.run();

            assertThat(report.created()).as(report.render()).isEqualTo(3);
            assertThat(report.isComplete()).isTrue();
            try (DealsClient client = DealsClient.connect(DealsConfig.from(keys))) {
                assertThat(client.list(DealQuery.all())
                                .pages()
                                .iterator()
                                .next()
                                .problems())
                        .as("the counters do contradict each other")
                        .isNotEmpty();
            }
        }
    }

    @Test
    void run_everyPageOfTheTargetUnreadable_failsAfterAFew() {
        accounts.plant(1, 0);
        accounts.target()
                .inject(Fault.malformedBody().on("GET", "/2025-09/deals").always());

        assertThatThrownBy(() -> transfer().run()).isInstanceOf(MalformedResponseException.class);

        assertThat(accounts.target().journal()).hasSizeLessThan(40).noneMatch(JournalEntry::applied);
    }

    @Test
    void run_referenceWasCopied_saysWhichDealHasIt() {
        List<String> ids = accounts.plant(2, 0);
        assertThat(transfer().run().isComplete()).isTrue();
        Crosswalk walk = transfer().crosswalk();
        String copy = String.valueOf(accounts.target().deals().stream()
                .filter(deal -> !String.valueOf(deal.get("name")).startsWith("Deal"))
                .findFirst()
                .orElseThrow()
                .get("id"));
        try (DealsClient people = accounts.connectTarget()) {
            Object reference = people.get(walk.targetOf(ids.get(0)).orElseThrow())
                    .customFields()
                    .get("moved_from");
            Deal unused = people.update(
                    copy,
                    DealUpdate.builder()
                            .putCustomFields("moved_from", reference)
                            .build());
        }
        try (TransferStore store = TransferStore.open(store())) {
            store.put("gone", oldIntent());
        }

        RunReport report = transfer().run();

        assertThat(report.issues()).as(report.render()).anySatisfy(issue -> {
            assertThat(issue.kind()).isEqualTo(TransferIssue.Kind.DUPLICATE);
            assertThat(issue.sourceId()).contains(ids.get(0));
            assertThat(issue.targetId()).contains(copy);
        });
        assertThat(report.created()).isZero();
    }
}
