package dev.dealsdk.verify.architecture.offending.zenith;

/** A vendor with a binary fraction. */
public final class ZenithDeals {
    private ZenithDeals() {}

    public static String text() {
        return "about " + value();
    }

    private static double value() {
        return 0.1;
    }
}
