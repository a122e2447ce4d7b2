package dev.dealsdk.stardex;

import dev.dealsdk.spi.IdFormat;

/**
 * Requests take UUIDs, say the pages; but some ids in their own answers hold letters no UUID has, such as {@code
 * f3e4d5c6-b7a8-9012-cdef-g12345678902} [docs: get-job-custom-field-definitions]. So only the groups are checked, and ids
 * of deals and statuses, which come from Stardex, not at all.
 */
final class StardexIds {
    static final IdFormat UUID = IdFormat.uuidLike("3c90c3cc-0d44-4b50-8888-8dd25736052a");

    private StardexIds() {}
}
