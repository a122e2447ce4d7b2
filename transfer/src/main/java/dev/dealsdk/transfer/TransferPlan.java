package dev.dealsdk.transfer;

import dev.dealsdk.DealStatus;
import dev.dealsdk.spi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a run would do, found out by reading only. Immutable.
 *
 * @param from the provider of the source
 * @param to the provider of the target
 * @param deals the number of deals at the source
 * @param unreadable the number of records of the source that could not be read
 * @param byStatus the number of deals by status
 * @param byStage the number of deals by stage; the key is the stage's id, followed by its name in parentheses if it is known
 * @param byOwner the number of deals by owner id
 * @param fields how each field that occurs is transferred
 * @param questions the decisions that are still open
 * @param misfits the reasons for which the target would refuse deals
 * @param warnings what to consider before a run, the most serious first
 * @param quotas the requests on each side
 * @param mapping the complete mapping file with comments: earlier decisions, proposals, and {@code ?} for open decisions
 */
public record TransferPlan(
        String from,
        String to,
        long deals,
        long unreadable,
        Map<DealStatus, Long> byStatus,
        Map<String, Long> byStage,
        Map<String, Long> byOwner,
        List<FieldPlan> fields,
        List<Question> questions,
        List<Misfit> misfits,
        List<String> warnings,
        List<QuotaPlan> quotas,
        String mapping) {

    /** How a field is transferred. */
    public enum Way {
        /** The target has the same field. */
        SAME,
        /** The configuration of the target stores it in another field ({@code deals.keep}). */
        KEPT,
        /** The configuration or the mapping drops it. */
        DROPPED,
        /** The target cannot store it, and nothing is decided yet. */
        NO_PLACE,
        /** The mapping decides for each value. */
        MAPPED
    }

    /**
     * How one field is transferred.
     *
     * @param name in kebab case; {@code custom.KEY} and {@code extra.NAME} for custom and vendor-specific fields
     * @param deals the number of deals that have the field
     * @param way how it is transferred
     * @param explanation the reason, in a few words
     */
    public record FieldPlan(String name, long deals, Way way, String explanation) {}

    /**
     * An open decision.
     *
     * @param key the key to set: of the mapping or, if it starts with {@code deals.}, of the target's configuration
     * @param deals the number of deals concerned
     * @param why what has to be decided
     * @param examples the ids of up to three of these deals
     */
    public record Question(String key, long deals, String why, List<String> examples) {}

    /**
     * A reason for which the target would refuse deals.
     *
     * @param reason the message of the refusal
     * @param deals the number of deals that would be refused
     * @param examples the ids of up to three of these deals
     */
    public record Misfit(String reason, long deals, List<String> examples) {}

    /**
     * The requests that a run sends to one side.
     *
     * @param side {@code source} or {@code target}
     * @param requests the minimum number of requests
     * @param limit the rate limit, such as {@code 60/1m}; empty if none is known
     * @param time how long the requests take at that limit; empty if none is known
     */
    public record QuotaPlan(String side, long requests, Optional<String> limit, Optional<Duration> time) {}

    /** {@return whether a run can start: no decision is open} */
    public boolean isDecided() {
        return questions.isEmpty();
    }

    /**
     * Writes {@link #mapping()} to a file, to be edited and loaded with {@link TransferMapping#load}.
     *
     * @param file replaced if it exists
     * @throws UncheckedIOException if it cannot be written
     */
    public void writeMapping(Path file) {
        try {
            Files.writeString(file, mapping, StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write the mapping file " + file + ": " + unwritable, unwritable);
        }
    }

    /** {@return the plan as lines of text} */
    public String render() {
        StringBuilder text = new StringBuilder();
        warnings.forEach(warning -> text.append("! ").append(warning).append('\n'));
        text.append(Words.count(deals, "deal"))
                .append(": ")
                .append(from)
                .append(" -> ")
                .append(to);
        if (unreadable > 0) {
            text.append(", ").append(Words.count(unreadable, "record")).append(" could not be read");
        }
        text.append('\n');
        line(text, "status", byStatus);
        line(text, "stage", byStage);
        line(text, "owner", byOwner);
        text.append("fields:\n");
        int width =
                fields.stream().mapToInt(field -> field.name().length()).max().orElse(1);
        for (FieldPlan field : fields) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %-" + width + "s %7d  %-10s %s\n",
                    field.name(),
                    field.deals(),
                    field.way() == Way.NO_PLACE
                            ? "undecided"
                            : field.way().name().toLowerCase(Locale.ROOT),
                    field.explanation()));
        }
        for (Misfit misfit : misfits) {
            text.append("would be refused: ")
                    .append(some(misfit.deals(), misfit.examples()))
                    .append(": ")
                    .append(misfit.reason())
                    .append('\n');
        }
        for (QuotaPlan quota : quotas) {
            text.append(quota.side()).append(": at least ").append(Words.count(quota.requests(), "request"));
            quota.time()
                    .ifPresent(time -> text.append(", ")
                            .append(Words.time(time))
                            .append(" at the rate limit ")
                            .append(quota.limit().orElse("")));
            text.append('\n');
        }
        if (questions.isEmpty()) {
            text.append("all decisions are made: the transfer can run\n");
        } else {
            text.append("open decisions: ").append(questions.size()).append('\n');
            for (Question question : questions) {
                text.append("  ")
                        .append(question.key())
                        .append("  (")
                        .append(some(question.deals(), question.examples()))
                        .append("): ")
                        .append(question.why())
                        .append('\n');
            }
        }
        return text.toString();
    }

    /** How many deals, with the ids of some of them. */
    private static String some(long deals, List<String> examples) {
        String count = Words.count(deals, "deal");
        if (examples.isEmpty()) {
            return count;
        }
        return count + (deals == examples.size() ? ": " : ", such as ") + String.join(", ", examples);
    }

    /** Counts by name: {@code status: OPEN 3, WON 1}; nothing if there are none. */
    static void line(StringBuilder text, String what, Map<?, Long> counts) {
        if (!counts.isEmpty()) {
            text.append(what)
                    .append(counts.entrySet().stream()
                            .map(one -> one.getKey() + " " + one.getValue())
                            .collect(Collectors.joining(", ", ": ", "\n")));
        }
    }

    /** {@return the plan as one JSON object} */
    public String json() {
        return Json.of(out -> {
            out.value("from", from).value("to", to).value("decided", isDecided());
            Json.number(out, "deals", deals);
            Json.number(out, "unreadable", unreadable);
            out.object(
                    "byStatus", counts -> byStatus.forEach((name, count) -> Json.number(counts, name.name(), count)));
            out.object("byStage", counts -> byStage.forEach((name, count) -> Json.number(counts, name, count)));
            out.object("byOwner", counts -> byOwner.forEach((name, count) -> Json.number(counts, name, count)));
            out.objects("fields", fields, (one, field) -> {
                one.value("name", field.name());
                Json.number(one, "deals", field.deals());
                one.value("way", field.way().name()).value("explanation", field.explanation());
            });
            out.objects("questions", questions, (one, question) -> {
                one.value("key", question.key());
                Json.number(one, "deals", question.deals());
                one.value("why", question.why()).value("examples", question.examples());
            });
            out.objects("misfits", misfits, (one, misfit) -> {
                one.value("reason", misfit.reason());
                Json.number(one, "deals", misfit.deals());
                one.value("examples", misfit.examples());
            });
            out.value("warnings", warnings);
            out.objects("quotas", quotas, (one, quota) -> {
                one.value("side", quota.side());
                Json.number(one, "requests", quota.requests());
                one.string("limit", quota.limit());
                one.decimal("seconds", quota.time().map(time -> BigDecimal.valueOf(time.toSeconds())));
            });
        });
    }

    /** JSON by the writer of the SDK. */
    static final class Json {
        private Json() {}

        static String of(java.util.function.Consumer<JsonWriter> fields) {
            return new String(JsonWriter.object(fields), StandardCharsets.UTF_8);
        }

        static void number(JsonWriter out, String name, long number) {
            out.value(name, BigDecimal.valueOf(number));
        }
    }
}
