package dev.dealsdk.internal.paging;

import dev.dealsdk.DealQuery;
import dev.dealsdk.spi.CallScope;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * What callers get as a page token: the provider's cursor, tied to the query it belongs to, so that resuming with another
 * query, or at another provider, is an error instead of a listing with holes.
 */
public final class PageTokens {
    private static final String VERSION = "1";
    private static final char SEPARATOR = '.';

    private final String provider;

    /** The tokens of one provider, by its id. */
    public PageTokens(String provider) {
        this.provider = provider;
    }

    /** The token for a cursor of this query. */
    public String tokenOf(String cursor, DealQuery query) {
        String text = VERSION + SEPARATOR + provider + SEPARATOR + fingerprint(query) + SEPARATOR + cursor;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The cursor in a token.
     *
     * @throws dev.dealsdk.InvalidRequestException if it is no token of ours, or belongs to another query or provider
     */
    public String cursorOf(String token, DealQuery query, CallScope scope) {
        String[] parts = decode(token).split("\\" + SEPARATOR, 4);
        if (parts.length != 4 || !parts[0].equals(VERSION) || parts[3].isEmpty()) {
            throw scope.invalid("pageToken", "is not one; use what Page.nextPageToken() gave");
        }
        if (!parts[1].equals(provider)) {
            throw scope.invalid("pageToken", "belongs to a listing of another provider; start again without it");
        }
        if (!parts[2].equals(fingerprint(query))) {
            throw scope.invalid(
                    "pageToken", "belongs to a query with other filters, order or page size; repeat that query");
        }
        return parts[3];
    }

    private static String decode(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noBase64) {
            return "";
        }
    }

    /** The same in every process and version: made from the values themselves, not from a toString. */
    private static String fingerprint(DealQuery query) {
        StringBuilder text = new StringBuilder();
        add(text, "status", query.status().map(Enum::name));
        add(text, "stage", query.stage());
        add(text, "owner", query.ownerId());
        add(text, "team", query.teamId());
        add(
                text,
                "min",
                query.minValue().map(value -> value.stripTrailingZeros().toString()));
        add(
                text,
                "max",
                query.maxValue().map(value -> value.stripTrailingZeros().toString()));
        add(text, "after", query.expectedCloseAfter());
        add(text, "before", query.expectedCloseBefore());
        add(text, "text", query.text());
        add(text, "sort", query.sort().map(Enum::name));
        add(text, "size", query.pageSize());
        add(text, "extras", Optional.of(new TreeMap<>(query.extras())));
        CRC32 sum = new CRC32();
        sum.update(text.toString().getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    private static void add(StringBuilder text, String name, Optional<?> value) {
        value.ifPresent(present -> text.append(name).append('=').append(present).append('\n'));
    }
}
