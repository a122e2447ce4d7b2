package dev.dealsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealsdk.Deal;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.DealsException;
import dev.dealsdk.NewDeal;
import dev.dealsdk.testkit.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process was killed while the vendor still worked on its last write. */
class LateWritesTest {
    @TempDir
    private Path folder;

    private final Accounts accounts = new Accounts();

    @AfterEach
    void close() {
        accounts.close();
    }

    @Test
    void run_createOfAKilledProcessIsAppliedLate_itIsFoundAndNotMadeTwice() {
        List<String> ids = accounts.plant(1, 0);
        Map<String, String> lines = new LinkedHashMap<>(Accounts.mappingLines("recreate"));
        lines.put("account", "old");
        try (TransferStore store = TransferStore.open(folder.resolve("move.store"))) {
            // Its intent is an hour old, since it waited so long for the vendor; the request was sent only just before
            // the kill.
            long anHourAgo = System.currentTimeMillis() - Duration.ofHours(1).toMillis();
            store.put(
                    ids.get(0),
                    StoredDeal.intent(
                            anHourAgo, Optional.empty(), store.fingerprints().of(Map.of("name", "Deal 0"))));
            store.about("looked", "yes");
        }
        createLate(ids.get(0));

        RunReport report = accounts.transfer(folder)
                .mapping(TransferMapping.of(lines))
                .options(accounts.options().settle(Duration.ofMillis(1500)).build())
                .run();

        assertThat(accounts.atTarget()).as(report.render()).hasSize(1);
        assertThat(report.isComplete()).as(report.render()).isTrue();
        assertThat(report.created()).isZero();
    }

    @Test
    void run_storeLostAndTheLastCreateIsAppliedLate_itIsFoundAndNotMadeTwice() throws Exception {
        List<String> ids = accounts.plant(2, 0);
        Map<String, String> lines = new LinkedHashMap<>(Accounts.mappingLines("recreate"));
        lines.put("account", "old");
        List<String> waits = new CopyOnWriteArrayList<>();
        Transfer transfer = accounts.transfer(folder)
                .mapping(TransferMapping.of(lines))
                .listener(new TransferListener() {
                    @Override
                    public void waiting(String side, String reason, Duration time) {
                        waits.add(reason);
                    }
                })
                .options(accounts.options().settle(Duration.ofMillis(1500)).build());
        assertThat(transfer.run().created()).isEqualTo(2);
        Files.delete(folder.resolve("move.store"));
        String late = accounts.plant(1, 0).get(0);
        createLate(late);

        RunReport report = transfer.run();

        assertThat(accounts.atTarget()).as(report.render()).hasSize(3);
        assertThat(report.created()).as(report.render()).isZero();
        assertThat(report.found()).as(report.render()).isEqualTo(1 + ids.size());
        assertThat(report.isComplete()).as(report.render()).isTrue();
        assertThat(waits).singleElement().asString().contains("listed again in 1.");
    }

    /** What a killed process left behind: a create that the vendor applies only later. */
    private void createLate(String sourceId) {
        accounts.target()
                .inject(Fault.status(504)
                        .processedAfter(Duration.ofMillis(700))
                        .on("POST", "/2025-09/deals")
                        .times(1));
        NewDeal deal = NewDeal.builder()
                .name("Deal 0")
                .putCustomFields("moved_from", "play2sell:old:" + sourceId)
                .build();
        Map<String, String> keys = new LinkedHashMap<>(accounts.target().config());
        keys.put("deals.max-attempts", "1");
        try (DealsClient killed = DealsClient.connect(DealsConfig.from(keys))) {
            assertThatThrownBy(() -> {
                        Deal unused = killed.create(deal);
                    })
                    .isInstanceOf(DealsException.class);
        }
    }
}
