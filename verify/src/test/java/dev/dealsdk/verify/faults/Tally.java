package dev.dealsdk.verify.faults;

import dev.dealsdk.Operation;
import java.util.ArrayList;
import java.util.List;

/** What became of the calls of one vendor and one write, and what the caller was told. Not thread-safe. */
final class Tally {
    private final String vendor;
    private final Operation operation;
    private final List<String> falseClaims = new ArrayList<>();
    private final List<String> groundless = new ArrayList<>();
    private int calls;
    private int applied;
    private int refused;
    private int unknown;
    private int doubled;

    Tally(String vendor, Operation operation) {
        this.vendor = vendor;
        this.operation = operation;
    }

    static String head() {
        return "%-10s %-8s %6s %8s %8s %8s %8s %13s"
                .formatted("vendor", "write", "calls", "applied", "refused", "unknown", "doubled", "false claims");
    }

    /**
     * Counts a call.
     *
     * @param told what the caller was told
     * @param times how often the vendor applied it
     * @param detail what happened, for the case that the two disagree
     */
    void add(Told told, long times, String detail) {
        calls++;
        if (times > 1 && operation != Operation.UPDATE && operation != Operation.DELETE) {
            doubled++;
        }
        switch (told) {
            case APPLIED -> applied++;
            case REFUSED -> refused++;
            case UNKNOWN -> unknown++;
        }
        if ((told == Told.APPLIED && times == 0) || (told == Told.REFUSED && times > 0)) {
            falseClaims.add(this + ": told " + told + ", but applied " + times + " times: " + detail);
        }
    }

    /** Notes a call whose fate was told to be unknown although no fault had hidden it. */
    void addGroundless(String detail) {
        groundless.add(detail);
    }

    List<String> groundless() {
        return List.copyOf(groundless);
    }

    int calls() {
        return calls;
    }

    int applied() {
        return applied;
    }

    int doubled() {
        return doubled;
    }

    List<String> falseClaims() {
        return List.copyOf(falseClaims);
    }

    @Override
    public String toString() {
        return "%-10s %-8s %6d %8d %8d %8d %8d %13d"
                .formatted(vendor, operation.key(), calls, applied, refused, unknown, doubled, falseClaims.size());
    }
}
