package dev.dealsdk.verify.architecture.offending.testkit;

import dev.dealsdk.verify.architecture.offending.acme.AcmeDeals;

/** A test kit that brings a provider along. */
public final class AcmeSimulator {
    private AcmeSimulator() {}

    public static String answer() {
        return AcmeDeals.count();
    }
}
