package dev.dealsdk.verify.faults;

import dev.dealsdk.DealsException;

/** What a caller knows of a write when the call is over. */
enum Told {
    APPLIED,
    REFUSED,
    UNKNOWN;

    static Told by(DealsException failed) {
        return switch (failed.outcome()) {
            case APPLIED -> APPLIED;
            case NOT_SENT, REJECTED -> REFUSED;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
