package dev.dealsdk.stora;

import dev.dealsdk.spi.IdFormat;

/**
 * The kinds of id that requests hold: a prefix and an opaque rest. The pattern is published for deals [docs:
 * win-a-deal]; the other prefixes stand in every sample (inferred).
 */
final class StoraIds {
    static final IdFormat DEAL = IdFormat.prefixed("deal_", "deal_127b3057d5df338e");
    static final IdFormat STAGE = IdFormat.prefixed("dstg_", "dstg_127b3057d5df338e");
    static final IdFormat CONTACT = IdFormat.prefixed("con_", "con_1234567890abcdef");
    static final IdFormat STAFF = IdFormat.prefixed("staff_", "staff_947b3057d5df338e");
    static final IdFormat SITE = IdFormat.prefixed("site_", "site_14b419f1096013f1");

    private StoraIds() {}
}
