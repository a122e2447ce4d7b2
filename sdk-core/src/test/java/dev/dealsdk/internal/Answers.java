package dev.dealsdk.internal;

import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** Answers every request with the deal it asks for, unless told otherwise. */
final class Answers extends Dispatcher {
    private volatile Function<RecordedRequest, MockResponse> answer = request -> {
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
        answer = other;
    }

    /** Answers no request until the gate is open. */
    void hold(CountDownLatch closed) {
        gate = closed;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        CountDownLatch closed = gate;
        if (closed != null) {
            closed.await();
        }
        return answer.apply(request);
    }

    @Override
    public void close() {
        CountDownLatch closed = gate;
        if (closed != null) {
            closed.countDown();
        }
    }
}
