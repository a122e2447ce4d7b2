package dev.dealsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealsdk.Company;
import dev.dealsdk.Deal;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.NewDeal;
import dev.dealsdk.testkit.BacksideSimulator;
import dev.dealsdk.testkit.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From Play2Sell to Stora, over HTTP. */
class TransferTest {
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

    @Test
    void transfer_targetThatCannotClose_asksWhatToDoAndLeavesNoDealUnmentioned() {
        accounts.plant(6);
        try (BacksideSimulator target = BacksideSimulator.start()) {
            Map<String, String> keys = new LinkedHashMap<>(target.config());
            keys.put("deals.reference-field", "moved_from");
            keys.put("deals.allow-unverified", "true");
            Map<String, String> lines = Accounts.mappingLines("recreate");
            for (String field : List.of("value", "value-currency", "company-name", "tags", "expected-close-on")) {
                lines.put("field." + field, "drop");
            }
            Transfer transfer = transfer().to(DealsConfig.from(keys)).mapping(TransferMapping.of(lines));

            TransferPlan plan = transfer.plan();
            RunReport report = transfer.run();
            VerifyReport proof = transfer.verify();

            assertThat(plan.warnings())
                    .anyMatch(warning -> warning.startsWith("1 deal is won, which the target cannot repeat: "))
                    .noneMatch(warning -> warning.contains("would be closed"));
            assertThat(plan.questions()).extracting(TransferPlan.Question::key).containsExactly("closed");
            assertThat(report.created()).as(report.render()).isEqualTo(4);
            assertThat(report.render()).contains("needs a decision for closed (no call that");
            assertThat(proof.isClean()).as(proof.render()).isFalse();
            assertThat(proof.missing()).isEqualTo(2);
            assertThat(proof.render()).contains("the mapping lacks a decision");
            lines.put("closed", "skip");
            Transfer skipping = transfer.mapping(TransferMapping.of(lines))
                    .options(accounts.options().acceptMapping(true).build());
            RunReport again = skipping.run();
            assertThat(again.isComplete()).as(again.render()).isTrue();
            assertThat(skipping.verify().isClean()).isTrue();
        }
    }

    @Test
    void plan_emptyMapping_listsWhatIsUndecidedAndWritesAMappingThatDecidesAllButThat() throws Exception {
        accounts.plant(6);
        accounts.target().clearJournal();

        TransferPlan plan = accounts.transfer(folder).plan();

        assertThat(plan.deals()).isEqualTo(6);
        assertThat(plan.byStatus()).containsEntry(DealStatus.OPEN, 4L).containsEntry(DealStatus.WON, 1L);
        assertThat(plan.isDecided()).isFalse();
        assertThat(plan.questions()).extracting(TransferPlan.Question::key).contains("closed", "field.contact-name");
        assertThat(plan.warnings()).anyMatch(warning -> warning.contains("may award points"));
        assertThat(accounts.target().journal())
                .allMatch(request -> request.method().equals("GET"));
        Path file = folder.resolve("mapping.properties");
        plan.writeMapping(file);
        TransferMapping written = TransferMapping.load(file);
        assertThat(written.undecided()).contains("closed", "field.contact-name");
        assertThatThrownBy(() -> accounts.transfer(folder).mapping(written).run())
                .isInstanceOfSatisfying(TransferException.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(TransferException.Kind.UNDECIDED);
                    assertThat(refused.problems()).contains("closed");
                });
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("closed=?", "closed=recreate")
                        .replaceAll("(field\\.[a-z-]+)=\\?", "$1=drop")
                        .replaceAll("(?m)^(lost-reason\\..*)=\\?", "$1=price_concerns")
                        .replaceAll("(?m)^(stage\\..*)=\\?", "$1=-")
                        .replaceAll("(?m)^(custom\\..*)=\\?", "$1=drop"));
        TransferPlan decided =
                accounts.transfer(folder).mapping(TransferMapping.load(file)).plan();
        assertThat(decided.questions()).isEmpty();
        assertThat(decided.render()).contains("all decisions are made");
    }

    @Test
    void run_decidedMapping_carriesEveryDealOverAndASecondRunWritesNothing() {
        accounts.plant(12);

        RunReport first = transfer().run();

        assertThat(first.render()).startsWith("12 deals read: 12 created");
        assertThat(first.isComplete()).as(first.render()).isTrue();
        assertThat(first.closed()).isEqualTo(4);
        List<Deal> there = accounts.atTarget();
        assertThat(there).hasSize(12);
        assertThat(there).filteredOn(deal -> deal.status() == DealStatus.WON).hasSize(2);
        assertThat(there).filteredOn(deal -> deal.status() == DealStatus.LOST).hasSize(2);
        assertThat(there)
                .extracting(deal -> deal.value().orElseThrow().amount().intValueExact())
                .contains(100, 111);
        accounts.target().clearJournal();

        RunReport second = transfer().run();

        assertThat(second.unchanged()).isEqualTo(12);
        assertThat(second.isComplete()).isTrue();
        assertThat(accounts.target().journal()).noneMatch(request -> request.applied());
    }

    @Test
    void run_accountsWithCrosswalkAndShadow_usesNeither() {
        accounts.plant(3, 0);
        Map<String, String> source = new LinkedHashMap<>(accounts.source().config());
        source.put("deals.currency", "USD");
        source.put("deals.shadow", folder.resolve("not-there.properties").toString());
        source.put("deals.shadow.sample", "50%");
        Map<String, String> target = new LinkedHashMap<>(accounts.target().config());
        target.putAll(Accounts.targetKeys());
        // It is what this run writes.
        target.put("deals.crosswalk", folder.resolve("walk.csv").toString());

        RunReport report = Transfer.from(DealsConfig.from(source))
                .to(DealsConfig.from(target))
                .mapping(accounts.mapping("recreate"))
                .store(folder.resolve("move.store"))
                .run();

        assertThat(report.created()).as(report.render()).isEqualTo(3);
    }

    @Test
    void verify_afterRun_findsAllEqualAndAfterChangesEachDifference() {
        List<String> ids = accounts.plant(6);
        assertThat(transfer().run().isComplete()).isTrue();

        VerifyReport clean = transfer().verify();
        assertThat(clean.isClean()).as(clean.render()).isTrue();
        assertThat(clean.equal()).isEqualTo(6);
        assertThat(clean.expectedSums()).isEqualTo(clean.actualSums());
        assertThat(clean.render()).contains("stage chosen by the target: 4");

        Crosswalk walk = transfer().crosswalk();
        try (DealsClient target = accounts.connectTarget()) {
            Deal unused = target.update(
                    walk.targetOf(ids.get(0)).orElseThrow(),
                    DealUpdate.builder().name("Changed").build());
            unused = target.update(
                    walk.targetOf(ids.get(1)).orElseThrow(),
                    DealUpdate.builder().value(DealValue.of("7", "USD")).build());
            unused = target.win(walk.targetOf(ids.get(2)).orElseThrow());
        }

        VerifyReport report = transfer().verify();

        assertThat(report.isClean()).isFalse();
        assertThat(report.different()).isEqualTo(3);
        assertThat(report.findings()).extracting(VerifyReport.Finding::field).contains("name", "value", "status");
        assertThat(report.json()).contains("\"expected\":\"Deal 0\"").contains("\"actual\":\"Changed\"");
    }

    @Test
    void verify_tenKindsOfPlantedDifferences_findsEachOfThem() {
        List<String> ids = accounts.plant(10, 0);
        assertThat(transfer().run().isComplete()).isTrue();
        Crosswalk walk = transfer().crosswalk();
        try (DealsClient source = accounts.connectSource();
                DealsClient target = accounts.connectTarget()) {
            List<DealUpdate.Builder> planted = List.of(
                    DealUpdate.builder().name("Other name"),
                    DealUpdate.builder().value(DealValue.of("1", "USD")),
                    DealUpdate.builder().value(DealValue.of("102", "EUR")),
                    DealUpdate.builder().company(Company.named("Other company")),
                    DealUpdate.builder().tags(List.of("cold")),
                    DealUpdate.builder().expectedCloseOn(LocalDate.of(2028, 2, 29)));
            for (int i = 0; i < planted.size(); i++) {
                Deal unused = target.update(
                        walk.targetOf(ids.get(i)).orElseThrow(), planted.get(i).build());
            }
            Deal unused = target.win(walk.targetOf(ids.get(6)).orElseThrow());
            unused = target.lose(walk.targetOf(ids.get(7)).orElseThrow(), "price_concerns");
            source.delete(ids.get(8));
            unused = source.create(
                    NewDeal.builder().name("New").value(DealValue.of("5")).build());
        }

        VerifyReport report = transfer().verify();

        assertThat(report.findings())
                .extracting(finding -> finding.kind() + " " + finding.field().split(" ", 2)[0])
                .contains(
                        "DIFFERENT name",
                        "DIFFERENT value",
                        "DIFFERENT value-currency",
                        "DIFFERENT company-name",
                        "DIFFERENT tags",
                        "DIFFERENT expected-close-on",
                        "DIFFERENT status",
                        "EXTRA no",
                        "MISSING not");
        assertThat(report.different()).as(report.render()).isEqualTo(8);
        assertThat(report.missing()).isEqualTo(1);
        assertThat(report.extra()).isEqualTo(1);
        assertThat(report.expectedSums()).isNotEqualTo(report.actualSums());
    }

    @Test
    void repair_whatVerifyFound_makesItEqualAgain() {
        List<String> ids = accounts.plant(4);
        assertThat(transfer().run().isComplete()).isTrue();
        String first = transfer().crosswalk().targetOf(ids.get(0)).orElseThrow();
        try (DealsClient target = accounts.connectTarget()) {
            Deal unused =
                    target.update(first, DealUpdate.builder().name("Changed").build());
        }

        RunReport repaired = transfer().repair(transfer().verify());

        assertThat(repaired.updated()).isEqualTo(1);
        assertThat(transfer().verify().isClean()).isTrue();
    }

    @Test
    void run_changesSinceOnOneAndOnBothSides_updatesTheFieldAndReportsTheConflict() {
        List<String> ids = accounts.plant(4);
        assertThat(transfer().run().isComplete()).isTrue();
        Crosswalk walk = transfer().crosswalk();
        try (DealsClient source = accounts.connectSource();
                DealsClient target = accounts.connectTarget()) {
            Deal unused = source.update(
                    ids.get(0), DealUpdate.builder().name("New name").build());
            unused = source.update(ids.get(1), DealUpdate.builder().name("Mine").build());
            unused = target.update(
                    walk.targetOf(ids.get(1)).orElseThrow(),
                    DealUpdate.builder().name("Yours").build());
        }
        accounts.target().clearJournal();

        RunReport delta = transfer().run();

        assertThat(delta.updated()).isEqualTo(1);
        assertThat(delta.conflicts()).isEqualTo(1);
        assertThat(delta.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.kind()).isEqualTo(TransferIssue.Kind.CONFLICT);
            assertThat(issue.reason()).contains("name");
        });
        try (DealsClient target = accounts.connectTarget()) {
            assertThat(target.get(walk.targetOf(ids.get(0)).orElseThrow()).name())
                    .contains("New name");
            assertThat(target.get(walk.targetOf(ids.get(1)).orElseThrow()).name())
                    .contains("Yours");
        }
    }

    @Test
    void run_createWithoutAnswer_isLookedUpAndNeverMadeTwice() {
        accounts.plant(8);
        accounts.target()
                .inject(Fault.cutAfterProcessing().on("POST", "/2025-09/deals").times(20));

        RunReport report = transfer().run();

        accounts.target().faults().clear();
        assertThat(accounts.atTarget().size()).isLessThanOrEqualTo(8);
        RunReport again = transfer().run();
        assertThat(again.isComplete()).as(report.render() + again.render()).isTrue();
        assertThat(accounts.atTarget()).hasSize(8);
        assertThat(accounts.atTarget().stream().map(Deal::name).distinct()).hasSize(8);
        assertThat(transfer().verify().isClean()).isTrue();
    }

    @Test
    void run_sourceChangedBeforeTheResultIsKnown_isFoundByWhatWasSentAndBroughtUpToDate() {
        List<String> ids = accounts.plant(1, 0);
        // Without references a deal is known by its contents alone.
        Map<String, String> keys = new LinkedHashMap<>(accounts.target().config());
        keys.putAll(Accounts.targetKeys());
        keys.remove("deals.reference-field");
        Transfer transfer = transfer().to(DealsConfig.from(keys));
        assertThat(transfer.options(accounts.options().limit(1).build()).run().created())
                .isEqualTo(1);
        try (TransferStore store = TransferStore.open(folder.resolve("move.store"))) {
            StoredDeal done = store.find(ids.get(0)).orElseThrow();
            store.forget(ids.get(0), done.targetId());
            // As a process leaves it that is killed before it notes the result; the key is of the day before yesterday.
            store.put(ids.get(0), StoredDeal.intent(1, Optional.of("spent"), done.source()));
        }
        try (DealsClient source = accounts.connectSource()) {
            Deal unused = source.update(
                    ids.get(0), DealUpdate.builder().name("New name").build());
        }

        RunReport report = transfer.run();

        assertThat(report.isComplete()).as(report.render()).isTrue();
        assertThat(accounts.atTarget())
                .as(report.render())
                .singleElement()
                .satisfies(deal -> assertThat(deal.name()).contains("New name"));
    }

    @Test
    void run_callThatFailsAlwaysWhileOthersSucceed_failsAloneAndIsNoOutage() {
        accounts.plant(120, 60);
        accounts.target()
                .inject(Fault.delay(Duration.ofMillis(5))
                        .on("POST", "/2025-09/deals")
                        .always());
        accounts.target()
                .inject(Fault.status(503).on("POST", "/2025-09/deals/*/win").always());

        RunReport report = transfer()
                .options(accounts.options()
                        .workers(1)
                        .outage(Duration.ofMinutes(10))
                        .build())
                .run();

        assertThat(report.stopped()).as(report.render()).isEmpty();
        assertThat(report.created()).isEqualTo(120);
        assertThat(report.failed() + report.unknown()).as(report.render()).isEqualTo(2);
        accounts.target().faults().clear();
        assertThat(transfer().run().isComplete()).isTrue();
    }

    @Test
    void run_pauseFile_waitsUntilItIsGoneAndSaysSo() throws Exception {
        accounts.plant(3, 0);
        Path pause = Files.createFile(folder.resolve("move.store.pause"));
        List<String> heard = new ArrayList<>();

        RunReport report = transfer()
                .listener(new TransferListener() {
                    @Override
                    public void waiting(String side, String reason, Duration wait) {
                        heard.add(reason + ", " + accounts.atTarget().size() + " there");
                        assertThat(pause.toFile().delete()).isTrue();
                    }

                    @Override
                    public void resumed(String side) {
                        heard.add("goes on");
                    }
                })
                .run();

        assertThat(heard).containsExactly("paused; remove " + pause + " to resume, 0 there", "goes on");
        assertThat(report.created()).isEqualTo(3);
    }

    @Test
    void run_storeLost_findsTheDealsByTheirReferences() throws Exception {
        accounts.plant(5);
        assertThat(transfer().run().isComplete()).isTrue();
        Files.delete(folder.resolve("move.store"));

        RunReport report = transfer().run();

        assertThat(report.created()).isZero();
        assertThat(report.found()).isEqualTo(5);
        assertThat(accounts.atTarget()).hasSize(5);
    }

    @Test
    void run_dealThatTheTargetRefuses_failsAloneAndIsInTheListOfFailures() {
        accounts.plant(3);
        try (DealsClient source = accounts.connectSource()) {
            Deal unused = source.create(NewDeal.builder()
                    .name("Too long")
                    .value(DealValue.of("1"))
                    .company(Company.named("c".repeat(600)))
                    .build());
        }
        TransferPlan plan = transfer().plan();

        RunReport report = transfer().run();

        assertThat(report.created()).isEqualTo(3);
        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.isComplete()).isFalse();
        assertThat(transfer().failures())
                .contains("refused (company.name), create")
                .doesNotContain("ccc")
                .doesNotContain("Exception");
        VerifyReport proof = transfer().verify();
        assertThat(proof.missing()).isEqualTo(1);
        assertThat(proof.isClean()).isFalse();
        assertThat(proof.render()).contains("missing", "refused").doesNotContain("Exception");
        assertThat(plan.isDecided()).isTrue();
    }

    @Test
    void rollback_targetThatDeletesNothing_losesWhatNobodyChanged() {
        List<String> ids = accounts.plant(5, 0);
        assertThat(transfer().run().isComplete()).isTrue();
        try (DealsClient target = accounts.connectTarget()) {
            Deal unused = target.update(
                    transfer().crosswalk().targetOf(ids.get(0)).orElseThrow(),
                    DealUpdate.builder().name("Changed").build());
        }

        RollbackReport report = transfer()
                .options(accounts.options().rollbackReason("price_concerns").build())
                .rollback();

        assertThat(report.lost()).as(report.render()).isEqualTo(4);
        assertThat(report.changed()).isEqualTo(1);
        assertThat(accounts.atTarget())
                .filteredOn(deal -> deal.status() == DealStatus.LOST)
                .hasSize(4);
    }

    @Test
    void run_anotherMappingOrAccount_isRefusedUntilItIsAccepted() {
        accounts.plant(2);
        assertThat(transfer().run().isComplete()).isTrue();
        Transfer other = transfer().mapping(accounts.mapping("open-only"));

        assertThatThrownBy(other::run)
                .isInstanceOf(TransferException.class)
                .hasMessageContaining("the mapping has changed");
        assertThat(other.options(accounts.options().acceptMapping(true).build())
                        .run()
                        .read())
                .isEqualTo(2);
        try (Accounts elsewhere = new Accounts()) {
            assertThatThrownBy(() -> Transfer.from(elsewhere.sourceConfig())
                            .to(accounts.targetConfig())
                            .mapping(accounts.mapping("open-only"))
                            .store(folder.resolve("move.store"))
                            .run())
                    .isInstanceOf(TransferException.class)
                    .hasMessageContaining("belongs to another source account");
        }
    }

    @Test
    void run_storeInUse_isRefusedWithTheProcessThatHasIt() {
        accounts.plant(1);
        try (TransferStore held = TransferStore.open(folder.resolve("move.store"))) {
            assertThat(held.size()).isZero();
            assertThatThrownBy(() -> transfer().run())
                    .isInstanceOfSatisfying(
                            TransferException.class,
                            refused -> assertThat(refused.kind()).isEqualTo(TransferException.Kind.STORE_IN_USE))
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void run_vendorDownForAWhile_waitsSaysSoAndGoesOn() {
        accounts.plant(4);
        accounts.target().inject(Fault.status(503).on("POST", "/2025-09/deals").times(9));
        List<String> waits = new ArrayList<>();

        RunReport report = transfer()
                .listener(new TransferListener() {
                    @Override
                    public void waiting(String side, String reason, Duration wait) {
                        waits.add(side);
                    }
                })
                .run();

        assertThat(waits).isNotEmpty();
        assertThat(accounts.atTarget().size() + report.unknown()).isGreaterThanOrEqualTo(4);
        accounts.target().faults().clear();
        assertThat(transfer().run().isComplete()).isTrue();
        assertThat(accounts.atTarget()).hasSize(4);
    }

    @Test
    void run_sampleOnlyLimitAndTransformer_takeTheDealsThatWereAskedFor() {
        accounts.plant(40);
        Transfer sampled = transfer().options(accounts.options().sample(0.25).build());

        assertThat(sampled.run().read()).isBetween(3L, 20L);
        assertThat(transfer()
                        .options(accounts.options().status(DealStatus.WON).build())
                        .run()
                        .read())
                .isEqualTo(6);
        assertThat(transfer().options(accounts.options().limit(7).build()).run().read())
                .isEqualTo(7);
        RunReport skipped = transfer()
                .transformer((source, mapped) -> source.name().orElse("").endsWith("9")
                        ? DealTransformer.Result.skip("ends in 9")
                        : DealTransformer.Result.of(mapped))
                .run();
        assertThat(skipped.skipped()).isEqualTo(4);
    }

    @Test
    void run_manyFail_stopsByItself() {
        accounts.plant(300, 0);
        accounts.target().inject(Fault.status(422).on("POST", "/2025-09/deals").always());

        RunReport report = transfer().run();

        assertThat(report.stopped()).isPresent().get().asString().contains("have failed");
        // The first that tell, and those that were in flight then: four workers with 16 deals each.
        assertThat(report.failed()).isBetween(20L, 20L + 4 * 16);
    }

    @Test
    void run_dealGoneAtTheSource_isReportedAndNotDeleted() {
        List<String> ids = accounts.plant(3);
        assertThat(transfer().run().isComplete()).isTrue();
        try (DealsClient source = accounts.connectSource()) {
            source.delete(ids.get(1));
        }

        RunReport report = transfer().run();

        assertThat(report.vanished()).isEqualTo(1);
        assertThat(report.deleted()).isZero();
        assertThat(accounts.atTarget()).hasSize(3);
        assertThat(transfer().verify().extra()).isEqualTo(1);
    }

    @Test
    void status_afterRun_countsTheStatesAndTheStoreHoldsNoNamesAndNoAmounts() throws Exception {
        accounts.plant(3);
        assertThat(transfer().run().isComplete()).isTrue();

        TransferStatus status = transfer().status();

        assertThat(status.deals()).isEqualTo(3);
        assertThat(status.open()).isZero();
        String store = Files.readString(folder.resolve("move.store"), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(store)
                .doesNotContain("Deal 0")
                .doesNotContain("Ada Lovelace")
                .doesNotContain("Umbrella");
    }

    @Test
    void mapping_unknownNames_areAllTold() {
        assertThatThrownBy(() -> TransferMapping.of(
                        Map.of("closed", "maybe", "field.colour", "drop", "stages.x", "y", "custom.a", "b")))
                .isInstanceOfSatisfying(
                        TransferException.class,
                        refused -> assertThat(refused.problems()).hasSize(4));
    }
}
