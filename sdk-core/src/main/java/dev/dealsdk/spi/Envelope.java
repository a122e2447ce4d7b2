package dev.dealsdk.spi;

import dev.dealsdk.RecordProblem;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a response and detects failures that are reported with a success status: {@code "success": false}, or an {@code
 * error} in place of the payload. Such a response is refused with a {@link RefusedResponseException}.
 *
 * <p>Most responses contain a single payload, which takes one line to read:
 *
 * <pre>{@code
 * static AcmeDeal deal(JsonReader json) {                  // {"data": {...}}
 *     return Envelope.object(json, "data", AcmeReader::deal);
 * }
 * }</pre>
 *
 * <p>A page has counters beside its records:
 *
 * <pre>{@code
 * private static AcmePage pageFields(JsonRecord json) {    // {"data": [...], "meta": {...}}
 *     List<RecordProblem> problems = new ArrayList<>();
 *     Envelope<List<AcmeDeal>> envelope = Envelope.of(json, "data", data -> data.objects(AcmeReader::deal, problems::add));
 *     Optional<AcmeMeta> meta = Optional.empty();
 *     while (envelope.next()) {
 *         if (json.name().equals("meta")) {
 *             meta = json.object(AcmeReader::meta);
 *         }
 *     }
 *     return new AcmePage(envelope.payload(), problems, meta);
 * }
 * }</pre>
 *
 * <p>Members may come in any order. Not thread-safe.
 *
 * @param <T> the type of the payload
 */
public final class Envelope<T> {
    private static final String SUCCESS = "success";

    /** Values of a textual status. The first two come from JSend. */
    private static final Set<String> FAILURES = Set.of("error", "fail", "failed", "failure");

    private final JsonRecord json;
    private final String member;
    private final Function<JsonRecord, Optional<T>> reader;
    private Optional<T> payload = Optional.empty();
    private @Nullable UndecodableException undecodable;
    private boolean failed;

    private Envelope(JsonRecord json, String member, Function<JsonRecord, Optional<T>> reader) {
        this.json = json;
        this.member = member;
        this.reader = reader;
    }

    /**
     * {@return an envelope whose members the caller reads with {@link #next()}}
     *
     * @param <T> the type of the payload
     * @param json the envelope, none of whose members has been read
     * @param member the name of the payload
     * @param reader reads the payload when it is the current member
     */
    public static <T> Envelope<T> of(JsonRecord json, String member, Function<JsonRecord, Optional<T>> reader) {
        return new Envelope<>(json, member, reader);
    }

    /**
     * {@return the payload of an envelope, an object; all other members are skipped}
     *
     * @param <T> the type of the payload
     * @param json a reader positioned before the envelope
     * @param member the name of the payload
     * @param fields reads all fields of the payload
     * @throws UndecodableException if the payload is missing or cannot be read
     * @throws RefusedResponseException if the response reports a failure
     */
    public static <T> T object(JsonReader json, String member, Function<JsonRecord, T> fields) {
        return json.object(
                record -> of(record, member, payload -> payload.object(fields)).readAll());
    }

    /**
     * {@return the payload of an envelope, an array of objects; all other members are skipped} An element that cannot
     * be read fails the whole list, because a list with gaps is misleading.
     *
     * @param <T> the type of the elements
     * @param json a reader positioned before the envelope
     * @param member the name of the payload
     * @param fields reads all fields of one element
     * @throws UndecodableException if the payload is missing, or an element cannot be read
     * @throws RefusedResponseException if the response reports a failure
     */
    public static <T> List<T> list(JsonReader json, String member, Function<JsonRecord, T> fields) {
        return json.object(record -> ofList(record, member, fields).readAll());
    }

    /**
     * {@return an envelope with an array of objects, whose members the caller reads with {@link #next()}} An element
     * that cannot be read fails the whole list, because a list with gaps is misleading.
     *
     * @param <T> the type of the elements
     * @param json the envelope, none of whose members has been read
     * @param member the name of the payload
     * @param fields reads all fields of one element
     */
    public static <T> Envelope<List<T>> ofList(JsonRecord json, String member, Function<JsonRecord, T> fields) {
        return of(json, member, payload -> {
            List<RecordProblem> problems = new ArrayList<>();
            return payload.objects(fields, problems::add).map(elements -> complete(elements, problems));
        });
    }

    /**
     * {@return an object without an envelope}
     *
     * @param <T> the type of the object
     * @param json a reader positioned before the object
     * @param fields reads all fields of the object and {@linkplain JsonRecord#keep() keeps} those that it does not
     *     recognize
     * @throws UndecodableException if the object cannot be read
     * @throws RefusedResponseException if the response reports a failure
     */
    public static <T> T bare(JsonReader json, Function<JsonRecord, T> fields) {
        return json.object(record -> {
            try {
                T read = fields.apply(record);
                if (isFalse(record.rest().get(SUCCESS))) {
                    throw new RefusedResponseException(record.rest());
                }
                return read;
            } catch (UndecodableException unexpected) {
                throw saysFailure(record.rest()) ? new RefusedResponseException(record.rest()) : unexpected;
            }
        });
    }

    /**
     * {@return an array of objects without an envelope} An element that cannot be read fails the whole list, because a
     * list with gaps is misleading.
     *
     * @param <T> the type of the elements
     * @param json a reader positioned before the array
     * @param fields reads all fields of one element
     * @throws UndecodableException if the response is not an array, or an element cannot be read
     * @throws RefusedResponseException if the response reports a failure
     */
    public static <T> List<T> bareList(JsonReader json, Function<JsonRecord, T> fields) {
        if (!json.isNextArray()) {
            return bare(json, record -> {
                while (record.next()) {
                    record.keep();
                }
                throw new UndecodableException("expected a JSON array, but found an object");
            });
        }
        List<RecordProblem> problems = new ArrayList<>();
        return complete(json.objects(fields, problems::add), problems);
    }

    /**
     * Reads a response whose content is not needed, such as that of a delete. Accepts any body, or none, unless it
     * reports a failure.
     *
     * @param json a reader positioned before the body
     * @throws RefusedResponseException if the response reports a failure
     */
    public static void ignore(JsonReader json) {
        try {
            Object body = json.document().orElse(null);
            if (body instanceof Map<?, ?> object && saysFailure(object)) {
                throw new RefusedResponseException(copyOf(object));
            }
        } catch (UndecodableException | UncheckedIOException notJson) {
            // The status has said that the request succeeded, and nothing else is asked for.
        }
    }

    /**
     * {@return true if there is another member, which then becomes the current field of the record} The payload is read
     * internally and is never the current field.
     */
    public boolean next() {
        while (true) {
            if (json.isUnread() && (failed || lacksPayload() || json.name().startsWith("error"))) {
                // Part of what the vendor says, if it turns out to be a refusal.
                json.keep();
            }
            if (!json.next()) {
                return false;
            }
            if (json.name().equals(member)) {
                readPayload();
            } else if (json.name().equals(SUCCESS)) {
                failed = !json.bool().orElseGet(() -> !isFalse(json.rest().get(SUCCESS)));
            } else {
                return true;
            }
        }
    }

    private void readPayload() {
        try {
            payload = reader.apply(json);
        } catch (UndecodableException unreadable) {
            if (unreadable.isOfTheWhole()) {
                throw unreadable;
            }
            // What comes after it may say why.
            undecodable = unreadable;
        }
    }

    /**
     * {@return the payload} Call this method after {@link #next()} has returned false.
     *
     * @throws UndecodableException if the payload is missing or cannot be read
     * @throws RefusedResponseException if the response reports a failure
     */
    public T payload() {
        return optionalPayload()
                .orElseThrow(() -> new UndecodableException("\"" + member + "\" is missing, or of another type"));
    }

    /**
     * {@return the payload; empty if the response is a success without one} Call this method after {@link #next()} has
     * returned false.
     *
     * @throws UndecodableException if the payload cannot be read
     * @throws RefusedResponseException if the response reports a failure
     */
    public Optional<T> optionalPayload() {
        if (failed || (lacksPayload() && saysFailure(json.rest()))) {
            throw new RefusedResponseException(json.rest());
        }
        if (undecodable != null) {
            throw undecodable;
        }
        return payload;
    }

    /** An empty list beside an error does not count as a payload. */
    private boolean lacksPayload() {
        return payload.isEmpty() || (payload.get() instanceof List<?> list && list.isEmpty());
    }

    private T readAll() {
        while (next()) {
            // No member but the payload matters.
        }
        return payload();
    }

    private static <T> List<T> complete(List<T> elements, List<RecordProblem> problems) {
        if (!problems.isEmpty()) {
            RecordProblem first = problems.get(0);
            throw new UndecodableException("element " + first.index() + ": " + first.message());
        }
        return elements;
    }

    /** Returns true if a body without its expected payload reports a failure, explicitly or by a status. */
    private static boolean saysFailure(Map<?, ?> body) {
        return isFalse(body.get(SUCCESS))
                || isFilled(body.get("error"))
                || isFilled(body.get("errors"))
                || isFailure(body.get("status"));
    }

    private static boolean isFailure(@Nullable Object status) {
        if (status instanceof BigDecimal number) {
            return number.compareTo(BigDecimal.valueOf(400)) >= 0;
        }
        return status instanceof String word && FAILURES.contains(word.strip().toLowerCase(Locale.ROOT));
    }

    private static boolean isFalse(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.signum() == 0;
        }
        return Boolean.FALSE.equals(value) || (value instanceof String text && text.equalsIgnoreCase("false"));
    }

    private static boolean isFilled(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return !map.isEmpty();
        }
        if (value instanceof List<?> list) {
            return !list.isEmpty();
        }
        return Boolean.TRUE.equals(value) || (value instanceof String text && !text.isBlank());
    }

    private static Map<String, @Nullable Object> copyOf(Map<?, ?> object) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        object.forEach((name, value) -> copy.put(String.valueOf(name), value));
        return copy;
    }
}
