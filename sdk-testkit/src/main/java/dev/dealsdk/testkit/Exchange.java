package dev.dealsdk.testkit;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/** Leads each request past the journal, the contract, the faults and the vendor, in this order. Thread-safe. */
final class Exchange extends Dispatcher {
    private final VendorSimulator vendor;
    private final CountDownLatch closed = new CountDownLatch(1);

    Exchange(VendorSimulator vendor) {
        this.vendor = vendor;
    }

    @Override
    public MockResponse dispatch(RecordedRequest recorded) throws InterruptedException {
        Request request = Request.of(recorded);
        long number = vendor.journal.open(request);
        vendor.checkRequest(request);
        Fault fault = vendor.faults().next(request).orElse(null);
        if (fault == null) {
            return process(request, number).toResponse().build();
        }
        vendor.journal.update(number, entry -> entry.met(fault.toString()));
        return dispatch(request, number, fault);
    }

    /** Ends all delays. */
    @Override
    public void close() {
        closed.countDown();
    }

    private MockResponse dispatch(Request request, long number, Fault fault) throws InterruptedException {
        FaultEffect effect = fault.effect();
        if (effect instanceof FaultEffect.Delay delay) {
            return delayed(request, number, delay.delay(), fault.processes());
        }
        Answer regular = fault.processes() ? process(request, number) : Answer.empty(500);
        if (effect instanceof FaultEffect.Replace replace) {
            if (fault.processes()) {
                vendor.noteReplaced(request, replace.answer());
            }
            note(number, replace.answer().status(), regular.applied());
            return replace.answer().toResponse().build();
        }
        if (effect instanceof FaultEffect.Malformed) {
            return regular.body()
                    .map(text -> regular.withBody(text.substring(0, text.length() / 2)))
                    .orElse(regular)
                    .toResponse()
                    .build();
        }
        if (effect instanceof FaultEffect.CutBody && regular.body().isPresent()) {
            return regular.toResponse()
                    .onResponseBody(new SocketEffect.CloseSocket())
                    .build();
        }
        note(number, 0, regular.applied());
        return regular.toResponse()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    private MockResponse delayed(Request request, long number, Duration delay, boolean processFirst)
            throws InterruptedException {
        if (!processFirst && pause(delay)) {
            return Answer.empty(503).toResponse().build();
        }
        Answer answer = process(request, number);
        if (processFirst) {
            pause(delay);
        }
        return answer.toResponse().build();
    }

    /** Whether the simulator was closed meanwhile. */
    private boolean pause(Duration delay) throws InterruptedException {
        return closed.await(delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Answer process(Request request, long number) {
        Answer answer = vendor.process(request);
        note(number, answer.status(), answer.applied());
        return answer;
    }

    private void note(long number, int status, boolean applied) {
        vendor.journal.update(number, entry -> entry.answered(status, applied));
    }
}
