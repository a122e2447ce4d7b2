package dev.dealsdk.testkit.internal.backside;

import dev.dealsdk.testkit.SimulatorRequest;
import dev.dealsdk.testkit.internal.simulator.FieldType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The query of Backside's reads.
 *
 * <p>Documented in the temporal guide: {@code stage_id}, {@code as_of}, {@code valid_at}, and that a cursor is opaque.
 * Inferred by the contract document: the name {@code cursor}. Assumed: {@code valid_at} alone changes nothing; parameters
 * that no page names are ignored.
 */
final class BacksideQuery {
    private static final Pattern CURSOR = Pattern.compile("from-\\d{1,9}");

    private final SimulatorRequest request;
    private final Map<String, String> problems = new LinkedHashMap<>();

    BacksideQuery(SimulatorRequest request) {
        this.request = request;
        check("stage_id", FieldType.UUID::accepts, FieldType.UUID.rule());
        check("as_of", text -> instant(text).isPresent(), "must be an RFC 3339 instant");
        check("valid_at", text -> instant(text).isPresent(), "must be an RFC 3339 instant");
        check("cursor", text -> CURSOR.matcher(text).matches(), "is not a cursor of this list");
    }

    /** Parameter name to message; the other methods need this to be empty. */
    Map<String, String> problems() {
        return problems;
    }

    Optional<String> stageId() {
        return request.parameter("stage_id");
    }

    Optional<Instant> asOf() {
        return request.parameter("as_of").flatMap(BacksideQuery::instant);
    }

    /** Equals {@link #asOf()} when left out. */
    Optional<Instant> validAt() {
        return request.parameter("valid_at").flatMap(BacksideQuery::instant).or(this::asOf);
    }

    /** How many deals lie on the pages before. */
    int offset() {
        return request.parameter("cursor")
                .map(cursor -> Integer.valueOf(cursor.substring(cursor.indexOf('-') + 1)))
                .orElse(0);
    }

    /** The cursor that leads to this offset. */
    static String cursor(int offset) {
        return "from-" + offset;
    }

    private void check(String name, Predicate<String> rule, String message) {
        if (request.parameter(name).filter(rule.negate()).isPresent()) {
            problems.put(name, message);
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noInstant) {
            return Optional.empty();
        }
    }
}
