package dev.dealsdk.verify.architecture.offending.internal;

/** Public only because Java asks for it. */
public final class Secret {
    private Secret() {}

    public static String of(String text) {
        return text;
    }
}
