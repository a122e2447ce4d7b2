package dev.dealsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.Deal;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.NewDeal;
import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.StoraSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Back and interrupted, with a target that deletes. */
class RollbackTest {
    @TempDir
    private Path folder;

    private Transfer transfer(StoraSimulator from, Play2SellSimulator to) {
        Map<String, String> source = new LinkedHashMap<>(from.config());
        source.put("deals.keep.value", "custom:amount");
        Map<String, String> target = new LinkedHashMap<>(to.config());
        target.put("deals.reference-field", "moved_from");
        target.put("deals.default.value", "0");
        target.put("deals.default.lost-reason", "Price");
        Map<String, String> lines = new LinkedHashMap<>();
        for (String line : List.of("owner.*", "extra.*", "custom.*", "field.contact-id", "field.line-items")) {
            lines.put(line, "drop");
        }
        lines.put("stage.*", "-");
        lines.put("closed", "open-only");
        return Transfer.from(DealsConfig.from(source))
                .to(DealsConfig.from(target))
                .mapping(TransferMapping.of(lines))
                .store(folder.resolve("move.store"))
                .options(TransferOptions.builder().settle(Duration.ofMillis(50)).build());
    }

    private static void plant(StoraSimulator vendor, int deals) {
        Map<String, String> config = new LinkedHashMap<>(vendor.config());
        config.put("deals.keep.value", "custom:amount");
        try (DealsClient client = DealsClient.connect(DealsConfig.from(config))) {
            for (int i = 0; i < deals; i++) {
                Deal unused = client.create(NewDeal.builder()
                        .name("Deal " + i)
                        .value(DealValue.of("10"))
                        .build());
            }
        }
    }

    @Test
    void rollback_targetThatDeletes_leavesItAsItWas() {
        try (StoraSimulator source = StoraSimulator.start();
                Play2SellSimulator target = Play2SellSimulator.start()) {
            plant(source, 8);
            List<Map<String, Object>> before = dump(target);
            RunReport run = transfer(source, target).run();
            assertThat(run.isComplete()).as(run.render()).isTrue();
            assertThat(dump(target)).isNotEqualTo(before);

            RollbackReport back = transfer(source, target).rollback();

            assertThat(back.isComplete()).as(back.render()).isTrue();
            assertThat(back.deleted()).isEqualTo(run.created());
            assertThat(dump(target)).isEqualTo(before);
            assertThat(transfer(source, target).status().open()).isZero();
            assertThat(transfer(source, target).verify().render()).contains(": rolled back");
            assertThat(transfer(source, target).run().created()).isEqualTo(run.created());
        }
    }

    @Test
    void run_interrupted_endsTheDealsUnderWayAndTheNextRunGoesOn() {
        try (StoraSimulator source = StoraSimulator.start();
                Play2SellSimulator target = Play2SellSimulator.start()) {
            plant(source, 30);
            Thread runner = Thread.currentThread();
            RunReport stopped = transfer(source, target)
                    .transformer((deal, mapped) -> {
                        if (deal.name().filter("Deal 9"::equals).isPresent()) {
                            runner.interrupt();
                        }
                        return DealTransformer.Result.of(mapped);
                    })
                    .run();
            boolean flag = Thread.interrupted();

            assertThat(flag).isTrue();
            assertThat(stopped.stopped()).contains("interrupted");
            assertThat(stopped.unknown()).isZero();
            RunReport rest = transfer(source, target).run();
            assertThat(rest.isComplete()).as(rest.render()).isTrue();
            assertThat(rest.created() + stopped.created()).isEqualTo(rest.read());
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static List<Map<String, Object>> dump(Play2SellSimulator vendor) {
        return (List) vendor.deals();
    }
}
