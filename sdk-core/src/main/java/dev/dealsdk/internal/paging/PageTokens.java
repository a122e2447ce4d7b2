package dev.dealsdk.internal.paging;

import dev.dealsdk.DealQuery;
import dev.dealsdk.StageRef;
import dev.dealsdk.internal.json.ExactNumbers;
import dev.dealsdk.spi.CallScope;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

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
            throw scope.invalid("pageToken", "is not a page token; use the result of Page.nextPageToken()");
        }
        if (!parts[1].equals(provider)) {
            throw scope.invalid("pageToken", "belongs to a listing of another provider; start again without it");
        }
        if (!parts[2].equals(fingerprint(query))) {
            throw scope.invalid(
                    "pageToken", "belongs to a query with other filters, order or page size; use it with that query");
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

    /** The same in every process and version: it depends on the values alone, not on their toString or scale. */
    private static String fingerprint(DealQuery query) {
        StringBuilder text = new StringBuilder();
        add(text, "status", query.status().map(Enum::name));
        add(text, "stageId", query.stage().flatMap(StageRef::stageId));
        add(text, "stageName", query.stage().flatMap(StageRef::aliasOrName));
        add(text, "owner", query.ownerId());
        add(text, "team", query.teamId());
        add(text, "min", query.minValue());
        add(text, "max", query.maxValue());
        add(text, "after", query.expectedCloseAfter().map(LocalDate::toEpochDay).map(BigDecimal::valueOf));
        add(
                text,
                "before",
                query.expectedCloseBefore().map(LocalDate::toEpochDay).map(BigDecimal::valueOf));
        add(text, "text", query.text());
        add(text, "sort", query.sort().map(Enum::name));
        add(text, "size", query.pageSize().map(BigDecimal::valueOf));
        add(text, "extras", Optional.of(query.extras()));
        CRC32 sum = new CRC32();
        sum.update(text.toString().getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    private static void add(StringBuilder text, String name, Optional<?> value) {
        if (value.isPresent()) {
            text.append(name);
            add(text, value.get());
        }
    }

    /** Each value begins with what it is, and says how long it is: no other one is written like it. */
    private static void add(StringBuilder text, @Nullable Object value) {
        if (value instanceof String string) {
            text.append('s').append(string.length()).append(':').append(string);
        } else if (value instanceof BigDecimal number) {
            BigDecimal stripped = ExactNumbers.strip(number);
            text.append('n')
                    .append(stripped.unscaledValue())
                    .append('e')
                    .append(stripped.scale())
                    .append(';');
        } else if (value instanceof List<?> list) {
            text.append('l').append(list.size()).append(':');
            list.forEach(element -> add(text, element));
        } else if (value instanceof Map<?, ?> map) {
            text.append('m').append(map.size()).append(':');
            new TreeMap<>(map).forEach((name, element) -> {
                add(text, name);
                add(text, element);
            });
        } else {
            text.append('c').append(value).append(';');
        }
    }
}
