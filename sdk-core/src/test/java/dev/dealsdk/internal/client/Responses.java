package dev.dealsdk.internal.client;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** Responds to every request with the deal it asks for, unless told otherwise. */
final class Responses extends Dispatcher {
    private final Semaphore arrived = new Semaphore(0);
    private volatile Function<RecordedRequest, MockResponse> response = request -> {
        String path = String.valueOf(request.getTarget());
        String last = path.substring(path.lastIndexOf('/') + 1);
        return ok(last.equals("deals") || last.equals("move") ? "d1" : last);
    };
    private volatile @Nullable CountDownLatch gate;

    static MockResponse ok(String id) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body("{\"id\":\"" + id + "\"}")
                .build();
    }

    void then(Function<RecordedRequest, MockResponse> other) {
        response = other;
    }

    /** Responds to no request until the gate is open. */
    void hold(CountDownLatch closed) {
        gate = closed;
    }

    /** Waits until so many requests more have arrived. */
    void awaitArrived(int count) throws InterruptedException {
        arrived.acquire(count);
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        arrived.release();
        CountDownLatch closed = gate;
        if (closed != null) {
            closed.await();
        }
        return response.apply(request);
    }

    @Override
    public void close() {
        CountDownLatch closed = gate;
        if (closed != null) {
            closed.countDown();
        }
    }
}
