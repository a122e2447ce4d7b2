package dev.dealsdk.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.Deal;
import dev.dealsdk.DealsClient;
import dev.dealsdk.Operation;
import dev.dealsdk.spi.ShadowReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The summary in the log every ten minutes, by a clock that the test sets; the account is compared with itself. */
class ShadowSummaryTest {
    @Test
    void reads_tenMinutesHavePassed_logOneSummaryAndAnotherAtTheEnd() throws Exception {
        PrintStream standardError = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        AtomicLong nanos = new AtomicLong();
        Queue<Integer> pauses = new ConcurrentLinkedQueue<>(List.of(9, 2, 3, 0));
        Semaphore compared = new Semaphore(0);
        try (Accounts accounts = new Accounts();
                DealsClient own = accounts.connectSource();
                DealsClient shadow = accounts.connectSource()) {
            Deal deal = own.get(accounts.plant(1, 0).get(0));
            System.setErr(new PrintStream(log, true, UTF_8));
            try (ShadowComparison comparison = new ShadowComparison(nanos::get)) {
                comparison.start(new ShadowReader.Setup(
                        accounts.sourceConfig(), accounts.sourceConfig(), shadow, Optional.empty(), read -> {
                            // Here and not after it, so that a summary logged after the event would come too early.
                            nanos.addAndGet(Duration.ofMinutes(pauses.remove()).toNanos());
                            compared.release();
                        }));
                for (int reads = 1; reads <= 4; reads++) {
                    comparison.read(Operation.GET, deal);
                    assertThat(compared.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
                }
            } finally {
                System.setErr(standardError);
            }
        }

        List<String> summaries = log.toString(UTF_8)
                .lines()
                .filter(line -> line.contains("play2sell compared with play2sell"))
                .toList();
        assertThat(summaries).hasSize(2);
        assertThat(summaries.get(0)).contains("3 reads compared: 3 equal");
        assertThat(summaries.get(1)).contains("4 reads compared: 4 equal");
    }
}
