package dev.dealsdk.examples.architecture.offending;

import dev.dealsdk.examples.architecture.offending.acme.AcmeDeals;

/** The core, calling a vendor. */
public final class CallsAcme {
    private CallsAcme() {}

    public static String ask() {
        return AcmeDeals.count();
    }
}
