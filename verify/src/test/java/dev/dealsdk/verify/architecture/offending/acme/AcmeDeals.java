package dev.dealsdk.verify.architecture.offending.acme;

import dev.dealsdk.verify.architecture.offending.internal.Secret;
import dev.dealsdk.verify.architecture.offending.zenith.ZenithDeals;

/** A vendor that uses the core's internals, and another vendor. */
public final class AcmeDeals {
    private AcmeDeals() {}

    public static String count() {
        return Secret.of(ZenithDeals.text());
    }
}
