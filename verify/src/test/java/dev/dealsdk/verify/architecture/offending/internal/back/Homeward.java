package dev.dealsdk.verify.architecture.offending.internal.back;

import dev.dealsdk.verify.architecture.offending.internal.there.Outward;

/** Half of a circle of two packages. */
public final class Homeward {
    private Homeward() {}

    public static String back() {
        return "back";
    }

    public static String andThere() {
        return back() + Outward.there();
    }
}
