package dev.dealsdk.examples;

/**
 * What became of one step of the tour.
 *
 * @param step what was to be done
 * @param kind whether it was
 * @param why the reason, unless it was done
 * @param wireCalls how many requests it took
 */
public record StepResult(String step, Kind kind, String why, int wireCalls) {

    /** Whether a step was done. */
    public enum Kind {
        /** It succeeded. */
        DONE,
        /** The vendor cannot do it, and the SDK said so before anything was sent. */
        REFUSED,
        /** It failed. */
        FAILED
    }
}
