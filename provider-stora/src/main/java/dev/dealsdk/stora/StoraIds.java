package dev.dealsdk.stora;

import dev.dealsdk.spi.CallScope;

/**
 * The kinds of id that requests hold: a prefix and an opaque rest. The pattern is published for deals [docs:
 * win-a-deal]; the other prefixes stand in every sample (inferred).
 */
enum StoraIds {
    DEAL("deal_", "deal_127b3057d5df338e"),
    STAGE("dstg_", "dstg_127b3057d5df338e"),
    CONTACT("con_", "con_1234567890abcdef"),
    STAFF("staff_", "staff_947b3057d5df338e"),
    SITE("site_", "site_14b419f1096013f1");

    private final String prefix;
    private final String sample;

    StoraIds(String prefix, String sample) {
        this.prefix = prefix;
        this.sample = sample;
    }

    /**
     * The id itself.
     *
     * @throws dev.dealsdk.InvalidRequestException if it is none of this kind
     */
    String require(String field, String id, CallScope scope) {
        if (!isOne(id)) {
            throw scope.invalid(field, "is no id of the form " + prefix + "..., such as " + sample);
        }
        return id;
    }

    boolean isOne(String id) {
        if (!id.startsWith(prefix) || id.length() == prefix.length()) {
            return false;
        }
        for (int i = prefix.length(); i < id.length(); i++) {
            if (Character.isWhitespace(id.charAt(i)) || Character.isISOControl(id.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
