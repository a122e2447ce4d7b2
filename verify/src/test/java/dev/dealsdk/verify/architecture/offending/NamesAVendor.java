package dev.dealsdk.verify.architecture.offending;

/** Knows a vendor without depending on it. */
public final class NamesAVendor {
    private NamesAVendor() {}

    public static boolean isSpecial(String provider) {
        return provider.equals("acme");
    }
}
