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

/**
 * What a transfer would do, from reading alone. Immutable.
 *
 * @param from the provider of the source
 * @param to the provider of the target
 * @param deals how many deals the source has
 * @param unreadable how many records of the source cannot be read
 * @param byStatus how many deals have which status
 * @param byStage how many deals are in which stage, by id, with its name where there is one
 * @param byOwner how many deals belong to which owner
 * @param fields what becomes of each field that any deal has
 * @param questions what the mapping has to decide
 * @param misfits why deals would be refused, with how many of them
 * @param warnings what a person should know before; the gravest first
 * @param quotas what it costs on either side
 * @param mapping the whole mapping with comments: what was decided before, what is plain, and {@code ?} for the rest
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

    /** What becomes of a field. */
    public enum Way {
        /** The target has the same field. */
        SAME,
        /** The configuration of the target keeps it elsewhere. */
        KEPT,
        /** Configuration or mapping leave it out. */
        DROPPED,
        /** The target has no place for it, and nothing is decided. */
        NO_PLACE,
        /** It is mapped value by value, as the mapping says. */
        MAPPED
    }

    /**
     * One field.
     *
     * @param name in kebab case; {@code custom.KEY} and {@code extra.NAME} for those of the account and the vendor
     * @param deals how many deals have it
     * @param way what becomes of it
     * @param explanation one sentence
     */
    public record FieldPlan(String name, long deals, Way way, String explanation) {}

    /**
     * Something that a person decides.
     *
     * @param key of the mapping, or of the configuration of the target
     * @param deals how many deals it concerns
     * @param why what is wrong
     * @param examples ids of some of them, three at most
     */
    public record Question(String key, long deals, String why, List<String> examples) {}

    /**
     * A value that the target refuses.
     *
     * @param reason what it would say
     * @param deals how many deals would be refused for it
     * @param examples ids of some of them, three at most
     */
    public record Misfit(String reason, long deals, List<String> examples) {}

    /**
     * What it costs on one side.
     *
     * @param side {@code source} or {@code target}
     * @param requests how many requests a run takes at least
     * @param limit the quota, such as {@code 60/1m}; empty for none that is known
     * @param time how long they take at that quota; empty for none that is known
     */
    public record QuotaPlan(String side, long requests, Optional<String> limit, Optional<Duration> time) {}

    /** {@return whether a run may begin: nothing is undecided} */
    public boolean isDecided() {
        return questions.isEmpty();
    }

    /**
     * Writes the mapping, to be edited and given back.
     *
     * @param file is replaced
     * @throws UncheckedIOException if it cannot be written
     */
    public void writeMapping(Path file) {
        try {
            Files.writeString(file, mapping, StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write the mapping file " + file + ": " + unwritable, unwritable);
        }
    }

    /** {@return the plan as text for people, in lines} */
    public String render() {
        StringBuilder text = new StringBuilder();
        warnings.forEach(warning -> text.append("! ").append(warning).append('\n'));
        text.append(Words.count(deals, "deal")).append(": ").append(from).append(" -> ").append(to);
        if (unreadable > 0) {
            text.append(", ").append(Words.count(unreadable, "record")).append(" could not be read");
        }
        text.append('\n');
        line(text, "status", byStatus);
        line(text, "stage", byStage);
        line(text, "owner", byOwner);
        text.append("fields\n");
        for (FieldPlan field : fields) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %-22s %7d  %-10s %s\n",
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
            text.append(quota.side())
                    .append(": at least ")
                    .append(Words.count(quota.requests(), "request"));
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
                        .append("): ").append(question.why()).append('\n');
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

    private static void line(StringBuilder text, String what, Map<?, Long> counts) {
        if (!counts.isEmpty()) {
            text.append(what);
            counts.forEach(
                    (name, count) -> text.append("  ").append(name).append(' ').append(count));
            text.append('\n');
        }
    }

    /** {@return the plan as one JSON object, for programs} */
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
