package dev.dealsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dealsdk.DealsException;
import dev.dealsdk.spi.HttpTransport;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;

/** What many calls that fail at once do to a vendor. */
final class RetryBudgetTest {
    @StartStop
    private final MockWebServer server = PromptServer.create();

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);

    @Test
    void take_moreThanThereIs_isRefusedUntilTimePasses() {
        RetryBudget budget = new RetryBudget(nanos::get);

        assertThat(IntStream.range(0, RetryBudget.MOST)).allMatch(i -> budget.take());
        assertThat(budget.take()).isFalse();
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(budget.take()).isTrue();
        assertThat(budget.take()).isTrue();
        assertThat(budget.take()).isFalse();
    }

    @Test
    void earn_twoSuccesses_areOneRepeat() {
        RetryBudget budget = new RetryBudget(nanos::get);
        IntStream.range(0, RetryBudget.MOST).forEach(i -> budget.take());

        budget.earn();
        assertThat(budget.take()).isFalse();
        budget.earn();
        assertThat(budget.take()).isTrue();
    }

    @Test
    void earn_manySuccesses_neverExceedTheMost() {
        RetryBudget budget = new RetryBudget(nanos::get);

        IntStream.range(0, 1_000).forEach(i -> budget.earn());

        assertThat(IntStream.range(0, 200).filter(i -> budget.take())).hasSize(RetryBudget.MOST);
    }

    @Test
    void send_manyFailAtOnce_loadStaysBounded() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder().code(503).build();
            }
        });
        try (Wire wire = new Wire(server)) {
            HttpTransport http = wire.set("deals.circuit", "off").open();

            assertThat(IntStream.range(0, 60))
                    .allSatisfy(i -> assertThatExceptionOfType(DealsException.class)
                            .isThrownBy(() -> http.send(Wire.API, RequestKind.READ.request)));
        }

        assertThat(server.getRequestCount())
                .as("each call once, and the repeats of all")
                .isEqualTo(60 + RetryBudget.MOST);
    }
}
