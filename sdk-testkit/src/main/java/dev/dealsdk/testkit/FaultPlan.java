package dev.dealsdk.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The faults waiting for requests, in the order they were added. Thread-safe.
 *
 * <p>Of those that match a request and have uses left, the first strikes; one request meets one fault at most.
 */
public final class FaultPlan {
    private final List<Waiting> waiting = new ArrayList<>();

    FaultPlan() {}

    /**
     * Adds a fault behind those already waiting.
     *
     * @param fault counted from now on
     * @return this plan
     */
    public synchronized FaultPlan add(Fault fault) {
        waiting.add(new Waiting(fault));
        return this;
    }

    /** Forgets all faults; requests already met by one are not affected. */
    public synchronized void clear() {
        waiting.clear();
    }

    /** {@return how many faults have uses left, those without end included} */
    public synchronized int pending() {
        return waiting.size();
    }

    /** Takes one use of the first fault that strikes this request. */
    synchronized Optional<Fault> next(SimulatorRequest request) {
        for (Waiting candidate : waiting) {
            if (candidate.strikes(request)) {
                candidate.use();
                waiting.removeIf(Waiting::isSpent);
                return Optional.of(candidate.fault);
            }
        }
        return Optional.empty();
    }

    private static final class Waiting {
        private final Fault fault;
        private final Random random;
        private int usesLeft;

        Waiting(Fault fault) {
            this.fault = fault;
            this.random = new Random(fault.scope().seed());
            this.usesLeft = fault.scope().uses();
        }

        boolean strikes(SimulatorRequest request) {
            return fault.scope().covers(request)
                    && random.nextDouble() < fault.scope().share();
        }

        void use() {
            if (usesLeft < Integer.MAX_VALUE) {
                usesLeft--;
            }
        }

        boolean isSpent() {
            return usesLeft == 0;
        }
    }
}
