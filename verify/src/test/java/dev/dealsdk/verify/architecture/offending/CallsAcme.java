package dev.dealsdk.verify.architecture.offending;

import dev.dealsdk.verify.architecture.offending.acme.AcmeDeals;

/** The core, calling a vendor. */
public final class CallsAcme {
    private CallsAcme() {}

    public static String ask() {
        return AcmeDeals.count();
    }
}
