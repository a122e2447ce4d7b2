package dev.dealsdk.quota.redis;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** Refuses with 429 whatever is more than so many requests in a sliding window, as a strict vendor does. */
final class CountingVendor extends Dispatcher {
    private final int calls;
    private final long nanos;
    private final Deque<Long> window = new ArrayDeque<>();
    private final List<Arrival> arrivals = new ArrayList<>();
    private int refused;
    private CountDownLatch awaited = new CountDownLatch(0);

    /** @param caller the value of the header {@code X-Caller} */
    record Arrival(String caller, long nanoTime) {}

    CountingVendor(int calls, Duration length) {
        this.calls = calls;
        this.nanos = length.toNanos();
    }

    @Override
    public synchronized MockResponse dispatch(RecordedRequest request) {
        long now = System.nanoTime();
        while (!window.isEmpty() && now - window.getFirst() >= nanos) {
            window.removeFirst();
        }
        window.addLast(now);
        arrivals.add(new Arrival(String.valueOf(request.getHeaders().get("X-Caller")), now));
        awaited.countDown();
        if (window.size() > calls) {
            refused++;
            return new MockResponse.Builder()
                    .code(429)
                    .setHeader("Retry-After", "1")
                    .body("{}")
                    .build();
        }
        return new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body("{}")
                .build();
    }

    /** Waits until so many more requests have come; those that came since. */
    List<Arrival> await(int count) throws InterruptedException {
        CountDownLatch latch = new CountDownLatch(count);
        int before;
        synchronized (this) {
            awaited = latch;
            before = arrivals.size();
        }
        if (!latch.await(2, TimeUnit.MINUTES)) {
            throw new AssertionError(latch.getCount() + " of " + count + " requests have not come");
        }
        return since(before);
    }

    private synchronized List<Arrival> since(int index) {
        return List.copyOf(arrivals.subList(index, arrivals.size()));
    }

    synchronized int refused() {
        return refused;
    }
}
