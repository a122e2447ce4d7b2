package dev.dealsdk.verify.faults;

import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.StoraSimulator;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A vendor that is down in three ways and works again, at one address all the time. */
final class OutageVendor implements AutoCloseable {
    /** A deal that is always there. */
    static final String DEAL = "deal_0123456789abcdef";

    private final int port;
    private StoraSimulator simulator;

    /** What a program and its vendor do until a phase is over. */
    interface Phase {
        void await() throws IOException, InterruptedException;
    }

    OutageVendor() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        simulator = start();
    }

    private StoraSimulator start() {
        StoraSimulator vendor = StoraSimulator.start(port);
        vendor.addDeal(Map.of("id", DEAL, "name", "Outage"));
        return vendor;
    }

    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(simulator.config());
        settings.put("deals.allow-unverified", "true");
        return settings;
    }

    /**
     * Goes through the three outages.
     *
     * @param down lets each of them last
     * @param healthy lets the vendor work afterwards
     */
    void outages(Phase down, Phase healthy) throws IOException, InterruptedException {
        simulator.close();
        down.await();
        simulator = start();
        healthy.await();

        failing(Fault.status(503), down, healthy);
        failing(Fault.delay(Duration.ofMinutes(10)), down, healthy);
    }

    private void failing(Fault fault, Phase down, Phase healthy) throws IOException, InterruptedException {
        simulator.inject(fault.always());
        down.await();
        simulator.faults().clear();
        healthy.await();
    }

    /** Fails now and then, in several ways, until the phase is over. */
    void unsteady(Phase phase) throws IOException, InterruptedException {
        simulator.inject(Fault.status(500).share(0.01, 1));
        simulator.inject(Fault.cutAfterProcessing().share(0.01, 2));
        simulator.inject(Fault.cutBody().share(0.01, 3));
        simulator.inject(Fault.status(429).header("Retry-After", "0").share(0.01, 4));
        phase.await();
        simulator.faults().clear();
    }

    @Override
    public void close() {
        simulator.close();
    }
}
