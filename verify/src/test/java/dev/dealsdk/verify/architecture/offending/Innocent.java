package dev.dealsdk.verify.architecture.offending;

import dev.dealsdk.verify.architecture.offending.internal.Secret;
import java.math.BigDecimal;

/** Breaks no rule: the core may use its own internals, and acmeology is nobody's vendor. */
public final class Innocent {
    private Innocent() {}

    public static String keep(BigDecimal amount) {
        return Secret.of("acmeology " + amount);
    }
}
