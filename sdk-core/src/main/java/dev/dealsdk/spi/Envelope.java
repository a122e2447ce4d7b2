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
 * Reads a response and notices when it says that the request failed, although its status says success: {@code "success":
 * false}, or an {@code error} where the payload should be. Such a response is refused ({@link RefusedResponseException}).
 *
 * <p>Most responses hold one thing, which takes one line:
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
 * <p>Members may come in any order. Used by one thread.
 *
 * @param <T> what the payload becomes
 */
public final class Envelope<T> {
    private static final String SUCCESS = "success";

    /** Where a status is a word: JSend has the first two. */
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
     * {@return an envelope whose members are read by {@link #next()}}
     *
     * @param <T> what the payload becomes
     * @param json the envelope, none of whose members has been read
     * @param member the name of the payload
     * @param reader reads the payload when it is the present member
     */
    public static <T> Envelope<T> of(JsonRecord json, String member, Function<JsonRecord, Optional<T>> reader) {
        return new Envelope<>(json, member, reader);
    }

    /**
     * {@return the only member of an envelope that matters, an object}
     *
     * @param <T> what it becomes
     * @param json before the envelope
     * @param member the name of the payload
     * @param fields asks the payload for its fields until there are none left
     * @throws UndecodableException if the payload is missing or cannot be read
     * @throws RefusedResponseException if the response says that the request failed
     */
    public static <T> T object(JsonReader json, String member, Function<JsonRecord, T> fields) {
        return json.object(
                record -> of(record, member, payload -> payload.object(fields)).readAll());
    }

    /**
     * {@return the only member of an envelope that matters, an array of objects; all of them, since a list with holes
     * misleads}
     *
     * @param <T> what each element becomes
     * @param json before the envelope
     * @param member the name of the payload
     * @param fields asks the record of one element for its fields until there are none left
     * @throws UndecodableException if the payload is missing, or an element cannot be read
     * @throws RefusedResponseException if the response says that the request failed
     */
    public static <T> List<T> list(JsonReader json, String member, Function<JsonRecord, T> fields) {
        return json.object(record -> ofList(record, member, fields).readAll());
    }

    /**
     * {@return an envelope of an array of objects, whose members are read by {@link #next()}; of all of them, since a list with
     * holes misleads}
     *
     * @param <T> what each element becomes
     * @param json the envelope, none of whose members has been read
     * @param member the name of the payload
     * @param fields asks the record of one element for its fields until there are none left
     */
    public static <T> Envelope<List<T>> ofList(JsonRecord json, String member, Function<JsonRecord, T> fields) {
        return of(json, member, payload -> {
            List<RecordProblem> problems = new ArrayList<>();
            return payload.objects(fields, problems::add).map(elements -> complete(elements, problems));
        });
    }

    /**
     * {@return an object that comes without an envelope}
     *
     * @param <T> what it becomes
     * @param json before the object
     * @param fields asks the record for its fields until there are none left, and {@linkplain JsonRecord#keep() keeps} those
     *     it does not know
     * @throws UndecodableException if it cannot be read
     * @throws RefusedResponseException if the response says that the request failed
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
     * {@return an array of objects that comes without an envelope; all of them, since a list with holes misleads}
     *
     * @param <T> what each element becomes
     * @param json before the array
     * @param fields asks the record of one element for its fields until there are none left
     * @throws UndecodableException if it is not an array, or an element cannot be read
     * @throws RefusedResponseException if the response says that the request failed
     */
    public static <T> List<T> bareList(JsonReader json, Function<JsonRecord, T> fields) {
        if (!json.isNextArray()) {
            return bare(json, record -> {
                while (record.next()) {
                    record.keep();
                }
                throw new UndecodableException("a JSON array was expected, but there is an object");
            });
        }
        List<RecordProblem> problems = new ArrayList<>();
        return complete(json.objects(fields, problems::add), problems);
    }

    /**
     * Reads a response of which nothing is needed, such as that of a delete: any body, or none, will do, as long as it does
     * not say that the request failed.
     *
     * @param json before the body
     * @throws RefusedResponseException if the response says that the request failed
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
     * {@return whether there is one more member, which is the present one of the record from now on} The payload is read on
     * the way and never the present one.
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
     * {@return the payload} Call it when {@link #next()} has returned false.
     *
     * @throws UndecodableException if the payload is missing or cannot be read
     * @throws RefusedResponseException if the response says that the request failed
     */
    public T payload() {
        return optionalPayload()
                .orElseThrow(() -> new UndecodableException("\"" + member + "\" is missing, or of another type"));
    }

    /**
     * {@return the payload, for responses that are a success without one as well} Call it when {@link #next()} has returned
     * false.
     *
     * @throws UndecodableException if the payload cannot be read
     * @throws RefusedResponseException if the response says that the request failed
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

    /** An empty list beside an error is no list either. */
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

    /** Whether a body without the payload it should have says that the request failed: in so many words, or by a status. */
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
