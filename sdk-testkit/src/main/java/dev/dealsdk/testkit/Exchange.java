package dev.dealsdk.testkit;

import dev.dealsdk.testkit.internal.http.SimulatorServer.Delivery;
import dev.dealsdk.testkit.internal.http.SimulatorServer.WireResponse;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Passes each request through the journal, the contract, the faults and the vendor, in this order. Thread-safe. */
final class Exchange {
    private final VendorSimulator vendor;
    private final Journal journal;
    private final CountDownLatch closed = new CountDownLatch(1);

    Exchange(VendorSimulator vendor, Journal journal) {
        this.vendor = vendor;
        this.journal = journal;
    }

    WireResponse handle(SimulatorRequest request) throws InterruptedException {
        long number = journal.open(request);
        try {
            return handle(request, number);
        } catch (RuntimeException | Error failure) {
            // The server would say nothing, and its caller wait for the end of the call.
            SimulatorResponse response = vendor.failed(request, failure);
            note(number, response.status(), false);
            return whole(response);
        }
    }

    private WireResponse handle(SimulatorRequest request, long number) throws InterruptedException {
        vendor.checkRequest(request);
        @Nullable Fault fault = vendor.faults().next(request).orElse(null);
        if (fault == null) {
            return whole(process(request, number));
        }
        journal.update(number, entry -> entry.met(fault.toString()));
        WireResponse response = handle(request, number, fault);
        if (!fault.processing().later().isZero()) {
            // Not before the journal says what was sent.
            later(request, number, fault.processing().later());
        }
        return response;
    }

    /** Ends all delays. */
    void close() {
        closed.countDown();
    }

    private WireResponse handle(SimulatorRequest request, long number, Fault fault) throws InterruptedException {
        FaultEffect effect = fault.effect();
        if (effect instanceof FaultEffect.Delay delay) {
            return delayed(request, number, delay.delay(), fault.processes());
        }
        SimulatorResponse regular = regular(request, number, fault.processing());
        if (effect instanceof FaultEffect.Replace replace) {
            if (fault.processes()) {
                vendor.noteReplaced(request, replace.response());
            }
            note(number, replace.response().status(), regular.applied());
            return whole(replace.response());
        }
        if (effect instanceof FaultEffect.OtherDeal) {
            return whole(vendor.aboutAnother(regular));
        }
        if (effect instanceof FaultEffect.Malformed) {
            return whole(regular.body()
                    .map(text -> regular.withBody(text.substring(0, text.length() / 2)))
                    .orElse(regular));
        }
        if (effect instanceof FaultEffect.CutBody && regular.body().isPresent()) {
            return new WireResponse(regular, Delivery.HALF_THE_BODY);
        }
        note(number, 0, regular.applied());
        return new WireResponse(regular, Delivery.NOTHING);
    }

    /** Returns the vendor's response if the request takes effect before the fault strikes. */
    private SimulatorResponse regular(SimulatorRequest request, long number, Fault.Processing processing) {
        if (!processing.before()) {
            return SimulatorResponse.empty(500);
        }
        return processing.shown().isZero()
                ? process(request, number)
                : vendor.hiding(processing.shown(), () -> process(request, number));
    }

    private void later(SimulatorRequest request, long number, Duration delay) {
        Thread thread = new Thread(
                () -> {
                    try {
                        if (!pause(delay)) {
                            SimulatorResponse unused = vendor.process(
                                    request,
                                    response -> journal.update(
                                            number, entry -> entry.responded(entry.status(), response.applied())));
                        }
                    } catch (InterruptedException ended) {
                        Thread.currentThread().interrupt();
                    } catch (RuntimeException | Error failure) {
                        // Nobody waits for a response; the breach is told at the end of the test.
                        SimulatorResponse unused = vendor.failed(request, failure);
                    }
                },
                "simulator-late-request");
        thread.setDaemon(true);
        thread.start();
    }

    private WireResponse delayed(SimulatorRequest request, long number, Duration delay, boolean processFirst)
            throws InterruptedException {
        if (!processFirst && pause(delay)) {
            return whole(SimulatorResponse.empty(503));
        }
        SimulatorResponse response = process(request, number);
        if (processFirst) {
            pause(delay);
        }
        return whole(response);
    }

    /** Returns true if the simulator was closed in the meantime. */
    private boolean pause(Duration delay) throws InterruptedException {
        return closed.await(delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private SimulatorResponse process(SimulatorRequest request, long number) {
        return vendor.process(request, response -> note(number, response.status(), response.applied()));
    }

    private void note(long number, int status, boolean applied) {
        journal.update(number, entry -> entry.responded(status, applied));
    }

    private static WireResponse whole(SimulatorResponse response) {
        return new WireResponse(response, Delivery.WHOLE);
    }
}
