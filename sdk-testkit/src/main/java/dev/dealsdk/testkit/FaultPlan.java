package dev.dealsdk.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The pending faults of a simulator, in the order in which they were added. Thread-safe.
 *
 * <p>The first fault that matches a request and has uses left strikes. At most one fault strikes each request.
 */
public final class FaultPlan {
    private final List<Waiting> waiting = new ArrayList<>();

    FaultPlan() {}

    /**
     * Adds a fault after the pending ones.
     *
     * @param fault the fault, whose uses are counted from now on
     * @return this plan
     */
    public synchronized FaultPlan add(Fault fault) {
        waiting.add(new Waiting(fault));
        return this;
    }

    /** Removes all faults. Requests that a fault has already struck are not affected. */
    public synchronized void clear() {
        waiting.clear();
    }

    /** {@return the number of faults that have uses left, including those without a limit} */
    public synchronized int pending() {
        return waiting.size();
    }

    /** Consumes one use of the first fault that strikes the request. */
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
