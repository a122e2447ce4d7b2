package dev.dealsdk.verify.architecture.offending.internal.there;

import dev.dealsdk.verify.architecture.offending.internal.back.Homeward;

/** Half of a circle of two packages. */
public final class Outward {
    private Outward() {}

    public static String there() {
        return "there";
    }

    public static String andBack() {
        return there() + Homeward.back();
    }
}
