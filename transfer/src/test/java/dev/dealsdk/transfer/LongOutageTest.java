package dev.dealsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.DealsConfig;
import dev.dealsdk.testkit.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vendor is away for long, by a time that passes only while the transfer waits. */
class LongOutageTest {
    private static final int DEALS = 120;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private final Accounts accounts = new Accounts();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        accounts.close();
    }

    /** Those who sleep at once sleep beside each other. */
    private class PassingTime extends StopSignal {
        private final AtomicLong nanos = new AtomicLong();
        private final Duration outage;

        private PassingTime(Duration outage) {
            this.outage = outage;
        }

        @Override
        long nanoTime() {
            return nanos.get();
        }

        @Override
        boolean sleep(Duration time) {
            long now = nanos.accumulateAndGet(nanos.get() + time.toNanos(), Math::max);
            if (now >= outage.toNanos()) {
                accounts.target().faults().clear();
            }
            return !isStopped();
        }
    }

    private RunReport run(PassingTime time) {
        Map<String, String> keys = new LinkedHashMap<>(accounts.target().config());
        keys.putAll(Accounts.targetKeys());
        keys.put("deals.circuit", "off");
        DealsConfig config = DealsConfig.from(keys);
        TransferOptions options =
                accounts.options().outage(Duration.ofHours(1)).workers(4).build();
        TransferListener listener = new TransferListener() {
            @Override
            public void waiting(String side, String reason, Duration wait) {
                heard.add(side + " waits at " + time.nanoTime() / MINUTE.toNanos() + " min: " + reason);
            }

            @Override
            public void resumed(String side) {
                heard.add(side + " goes on");
            }
        };
        Path file = folder.resolve("move.store");
        TransferMapping mapping = accounts.mapping("recreate");
        try (TransferStore store = TransferStore.open(file);
                Side source = new Side("source", accounts.sourceConfig(), options, listener, time);
                Side target = new Side("target", config, options, listener, time)) {
            AtomicLong converted = new AtomicLong();
            DealConverter converter = new DealConverter(
                    mapping,
                    target.client().capabilities(),
                    config,
                    TargetStages.of(config, target.client()),
                    (deal, mapped) -> {
                        if (converted.incrementAndGet() == DEALS / 3) {
                            accounts.target().inject(Fault.status(503).always());
                        }
                        return DealTransformer.Result.of(mapped);
                    });
            Workplace work = new Workplace(source, target, store, file, mapping, options, converter, listener);
            work.bind();
            return new Runner(work).run();
        }
    }

    @Test
    void run_targetAwayForTenMinutes_waitsSaysSoAndGoesOn() {
        accounts.plant(DEALS, 10);
        PassingTime time = new PassingTime(Duration.ofMinutes(10));

        RunReport report = run(time);

        assertThat(report.stopped()).as(report.render()).isEmpty();
        assertThat(report.isComplete()).as(report.render()).isTrue();
        assertThat(accounts.atTarget()).hasSize(DEALS);
        assertThat(heard).anyMatch(line -> line.startsWith("target waits at 0 min"));
        assertThat(heard).anyMatch(line -> line.startsWith("target waits at 9 min"));
        assertThat(heard).contains("target goes on");
        assertThat(time.nanoTime()).isBetween(10 * MINUTE.toNanos(), 20 * MINUTE.toNanos());
    }

    @Test
    void run_targetAwayForLongerThanAnHour_stopsAndTheNextRunGoesOn() {
        accounts.plant(DEALS, 10);

        RunReport stopped = run(new PassingTime(Duration.ofHours(3)));

        assertThat(stopped.stopped()).as(stopped.render()).isPresent();
        assertThat(stopped.created()).isLessThan(DEALS);
        accounts.target().faults().clear();
        RunReport rest =
                accounts.transfer(folder).mapping(accounts.mapping("recreate")).run();
        assertThat(rest.isComplete()).as(rest.render()).isTrue();
        assertThat(accounts.atTarget()).hasSize(DEALS);
    }
}
