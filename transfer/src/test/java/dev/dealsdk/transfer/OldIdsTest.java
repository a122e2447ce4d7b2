package dev.dealsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.Deal;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Outcome;
import dev.dealsdk.Stage;
import dev.dealsdk.StageRef;
import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.VendorSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that goes on with the ids of the account that its deals have left. */
class OldIdsTest {
    private static final String ABSENT = "880e8400-e29b-41d4-a716-4466554400ff";

    @TempDir
    private Path folder;

    private static DealsClient connect(Map<String, String> config, Path walk) {
        Map<String, String> with = new LinkedHashMap<>(config);
        with.put("deals.crosswalk", walk.toString());
        return DealsClient.connect(DealsConfig.from(with));
    }

    private Path walk(String... lines) throws Exception {
        return Files.writeString(folder.resolve("walk.csv"), "source,target\n" + String.join("\n", lines) + "\n");
    }

    @Test
    void exportedByATransfer_everyOperationOfTheTarget_takesOldAndNewIds() {
        try (Accounts accounts = new Accounts()) {
            List<String> old = accounts.plant(4, 0);
            Transfer transfer = accounts.transfer(folder).mapping(accounts.mapping("recreate"));
            assertThat(transfer.run().isComplete()).isTrue();
            Path walk = folder.resolve("walk.csv");
            transfer.crosswalk().write(walk);
            Map<String, String> config = new LinkedHashMap<>(accounts.target().config());
            config.putAll(Accounts.targetKeys());
            config.put("deals.allow-unverified", "true");

            try (DealsClient deals = connect(config, walk)) {
                Deal first = deals.get(old.get(0));
                assertThat(first.name()).hasValue("Deal 0");
                assertThat(first.id())
                        .isEqualTo(transfer.crosswalk().targetOf(old.get(0)).orElseThrow());
                assertThat(deals.get(first.id())).isEqualTo(first);
                assertThat(String.valueOf(first.customFields().get("moved_from")))
                        .endsWith(":" + old.get(0));
                Deal updated = deals.update(
                        old.get(0), DealUpdate.builder().name("Renamed").build());
                assertThat(updated.id()).isEqualTo(first.id());
                assertThat(deals.get(first.id()).name()).hasValue("Renamed");
                Stage last = deals.stages().get(deals.stages().size() - 1);
                assertThat(deals.move(old.get(0), StageRef.id(last.id())).stageId())
                        .hasValue(last.id());
                assertThat(deals.win(old.get(1)).status()).isEqualTo(DealStatus.WON);
                assertThat(deals.lose(old.get(2), "price_concerns").status()).isEqualTo(DealStatus.LOST);
                assertThat(deals.reopen(old.get(2)).status()).isEqualTo(DealStatus.OPEN);
                assertThat(deals.async().get(old.get(3)).join().name()).hasValue("Deal 3");
            }
        }
    }

    @Test
    void delete_oldId_deletesTheNewDeal() throws Exception {
        try (Play2SellSimulator vendor = Play2SellSimulator.start()) {
            String there = String.valueOf(vendor.deals().get(0).get("id"));

            try (DealsClient deals = connect(vendor.config(), walk("deal_one," + there))) {
                deals.delete("deal_one");
            }

            assertThat(vendor.deals()).extracting(deal -> deal.get("id")).doesNotContain(there);
        }
    }

    @Test
    void unknownOldId_whoseFormIsForeign_isRefusedBeforeAnythingIsSent() throws Exception {
        try (Accounts accounts = new Accounts()) {
            Path walk = walk("a,deal_1");
            accounts.target().clearJournal();
            try (DealsClient deals = connect(accounts.target().config(), walk)) {
                assertThatExceptionOfType(InvalidRequestException.class)
                        .isThrownBy(() -> deals.win(ABSENT))
                        .satisfies(refused -> {
                            assertThat(refused.outcome()).isEqualTo(Outcome.NOT_SENT);
                            assertThat(refused.dealId()).hasValue(ABSENT);
                        })
                        .withMessageContaining("id: is not in the cross-walk " + walk)
                        .withMessageContaining("stora");
            }
            assertThat(accounts.target().journal()).isEmpty();
        }
    }

    @Test
    void unknownOldId_whoseFormIsTheVendorsToo_isAskedForAndToldAsNotInTheCrosswalk() throws Exception {
        try (Play2SellSimulator vendor = Play2SellSimulator.start()) {
            String there = String.valueOf(vendor.deals().get(0).get("id"));
            Path walk = walk("deal_old," + there, "deal_gone," + ABSENT);

            try (DealsClient deals = connect(vendor.config(), walk)) {
                assertThat(deals.get(there).id()).isEqualTo(there);
                assertThatExceptionOfType(DealNotFoundException.class)
                        .isThrownBy(() -> deals.get(ABSENT))
                        .withMessageContaining("; the cross-walk " + walk + " does not have this id");
                assertThatExceptionOfType(DealNotFoundException.class)
                        .isThrownBy(() -> deals.get("deal_gone"))
                        .withMessageContaining("; by the cross-walk " + walk + " it is " + ABSENT + " now")
                        .satisfies(absent -> assertThat(absent.httpStatus()).hasValue(404));
                assertThat(deals.list(DealQuery.all()).stream()).isNotEmpty();
            }
        }
    }

    @Test
    void connect_crosswalkThatCannotBeUsed_isRefusedNamingTheKey() throws Exception {
        try (Accounts accounts = new Accounts()) {
            VendorSimulator target = accounts.target();
            Path absent = folder.resolve("absent.csv");
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> connect(target.config(), absent))
                    .satisfies(thrown -> assertThat(thrown.problems())
                            .containsExactly("map: deals.crosswalk: " + absent
                                    + " does not exist; use a file written by deals transfer run --crosswalk"));
            Path foreign = walk("a," + ABSENT);
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> connect(target.config(), foreign))
                    .withMessageContaining("cannot be the id of a deal at stora");
        }
    }
}
