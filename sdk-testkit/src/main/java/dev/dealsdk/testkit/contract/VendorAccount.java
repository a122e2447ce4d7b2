package dev.dealsdk.testkit.contract;

import dev.dealsdk.testkit.VendorSimulator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** An account at a vendor for the exclusive use of one test, as a {@link DealsClientContract} requires it. */
public final class VendorAccount implements AutoCloseable {
    private final Map<String, String> config;
    private final AutoCloseable vendor;
    private final Optional<VendorSimulator> simulator;
    private final Optional<Supplier<String>> planting;

    private VendorAccount(
            Map<String, String> config,
            AutoCloseable vendor,
            Optional<VendorSimulator> simulator,
            Optional<Supplier<String>> planting) {
        this.config = Map.copyOf(config);
        this.vendor = vendor;
        this.simulator = simulator;
        this.planting = planting;
    }

    /**
     * Creates an account of any vendor. The outcome of calls under faults is not tested; that requires a {@link
     * VendorSimulator}.
     *
     * @param config the configuration of a client: provider, base URL, credentials
     * @param vendor closed with the account
     * @return the account
     */
    public static VendorAccount of(Map<String, String> config, AutoCloseable vendor) {
        return new VendorAccount(config, vendor, Optional.empty(), Optional.empty());
    }

    /**
     * Creates an account of a simulator, which may be your own. The suite injects faults into it and reads its journal.
     * Every request must comply with the vendor's contract, unless a test violates it on purpose.
     *
     * @param simulator a new simulator, closed with the account
     * @return the account
     */
    public static VendorAccount of(VendorSimulator simulator) {
        return new VendorAccount(simulator.config(), simulator, Optional.of(simulator), Optional.empty());
    }

    /**
     * Sets how to add deals if the client cannot create them.
     *
     * @param deal adds an open deal without using the client, and returns its id
     * @return a changed copy
     */
    public VendorAccount planting(Supplier<String> deal) {
        return new VendorAccount(config, vendor, simulator, Optional.of(deal));
    }

    Map<String, String> config() {
        return config;
    }

    /** Fails if a request so far violated the vendor's contract. */
    void requireContract() {
        simulator.ifPresent(VendorSimulator::requireContract);
    }

    Optional<VendorSimulator> simulator() {
        return simulator;
    }

    String plantDeal() {
        return planting.orElseThrow(() -> new IllegalStateException("the provider does not claim to create deals,"
                        + " so the account must say how they come into being: VendorAccount.planting(...)"))
                .get();
    }

    @Override
    public void close() {
        try {
            vendor.close();
        } catch (Exception failed) {
            throw new IllegalStateException("the account cannot be closed", failed);
        }
    }
}
