package dev.dealsdk.transfer;

import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealStatus;
import dev.dealsdk.FieldBridge;
import dev.dealsdk.Operation;
import dev.dealsdk.Stage;
import dev.dealsdk.transfer.TransferPlan.FieldPlan;
import dev.dealsdk.transfer.TransferPlan.Misfit;
import dev.dealsdk.transfer.TransferPlan.Question;
import dev.dealsdk.transfer.TransferPlan.QuotaPlan;
import dev.dealsdk.transfer.TransferPlan.Way;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the source once and counts. Memory grows with the variety of the deals, not with their number. */
final class Planner {
    /** Limits free texts such as reasons, which may be as many as deals. */
    private static final int MOST_KINDS = 2_000;

    private static final int MOST_EXAMPLES = 3;
    private static final String WITHOUT_REFERENCES =
            ": after an interruption, deals are matched by their contents, and those without a unique match are listed and"
                    + " not sent again; back up the store, since a run with a new one creates all deals again";

    private static final Pattern WINDOW = Pattern.compile("(\\d+)/(\\d+)(ms|s|m)");

    private final Side source;
    private final Side target;
    private final TransferMapping mapping;
    private final TransferOptions options;
    private final DealConverter converter;
    private final TargetStages stages;
    private final ProgressMeter meter;
    private final Capabilities can;

    private final Map<DealStatus, Long> byStatus = new EnumMap<>(DealStatus.class);
    private final Map<String, Long> byStage = new TreeMap<>();
    private final Map<String, String> stageNames = new TreeMap<>();
    private final Map<String, Long> byOwner = new TreeMap<>();
    private final Map<String, Long> fields = new TreeMap<>();
    private final Map<String, Long> lostReasons = new TreeMap<>();
    private final Map<String, Counted> questions = new TreeMap<>();
    private final Map<String, Counted> misfits = new TreeMap<>();
    private long deals;
    private long unreadable;
    private long skipped;
    private long updates;
    private long wins;
    private long losses;

    Planner(
            Side source,
            Side target,
            TransferMapping mapping,
            TransferOptions options,
            DealConverter converter,
            TargetStages stages,
            ProgressMeter meter) {
        this.source = source;
        this.target = target;
        this.mapping = mapping;
        this.options = options;
        this.converter = converter;
        this.stages = stages;
        this.meter = meter;
        this.can = target.client().capabilities();
    }

    private static final class Counted {
        private final String why;
        private long deals;
        private final List<String> examples = new ArrayList<>();

        private Counted(String why) {
            this.why = why;
        }

        private void add(String id) {
            deals++;
            if (examples.size() < MOST_EXAMPLES) {
                examples.add(id);
            }
        }
    }

    TransferPlan plan() {
        Reading reading = new Reading(source);
        try (DryRun dryRun = new DryRun(target.config())) {
            read(reading, dryRun);
        }
        if (!can.supports(Operation.CREATE)) {
            questions.put(
                    "deals.provider", new Counted("the target cannot create deals: " + can.explain(Operation.CREATE)));
        }
        if (byStatus.keySet().stream().anyMatch(Fields::isClosed)
                && mapping.closed().isEmpty()) {
            questions.computeIfAbsent(
                    "closed",
                    unused -> new Counted("decide how closed deals are transferred: recreate, open-only or skip"));
        }
        mapping.undecided()
                .forEach(key -> questions.computeIfAbsent(key, unused -> new Counted("still has the value ?")));
        mapping.lines().forEach(this::checkStage);
        return new TransferPlan(
                source.client().capabilities().provider(),
                can.provider(),
                deals,
                unreadable,
                byStatus,
                named(byStage),
                byOwner,
                fieldPlans(),
                questions.entrySet().stream()
                        .map(question -> new Question(
                                question.getKey(),
                                question.getValue().deals,
                                question.getValue().why,
                                List.copyOf(question.getValue().examples)))
                        .toList(),
                misfits.values().stream()
                        .map(misfit -> new Misfit(misfit.why, misfit.deals, List.copyOf(misfit.examples)))
                        .toList(),
                warnings(),
                quotas(reading),
                new MappingText(mapping, converter, can, stages, source, target).render(this));
    }

    private void checkStage(String key, String value) {
        if (key.startsWith("stage.")
                && !value.equals(TransferMapping.TO_TARGET)
                && !value.equals(TransferMapping.UNDECIDED)
                && !stages.isKnown(value)) {
            questions.computeIfAbsent(
                    key,
                    unused -> new Counted("the target has no stage \"" + value + "\"; it has "
                            + stages.all().stream().map(Stage::name).collect(Collectors.joining(", "))));
        }
    }

    private void read(Reading reading, DryRun dryRun) {
        reading.each(
                options,
                deal -> {
                    if (options.takes(deal)) {
                        count(deal, dryRun);
                    }
                    meter.done(reading.total());
                },
                problem -> unreadable++,
                () -> !source.stop().isStopped()
                        && options.limit().filter(limit -> deals >= limit).isEmpty());
    }

    private void count(Deal deal, DryRun dryRun) {
        deals++;
        byStatus.merge(deal.status(), 1L, Long::sum);
        deal.stageId().ifPresent(id -> {
            add(byStage, id);
            deal.stageName().or(deal::stageAlias).ifPresent(name -> stageNames.put(id, name));
        });
        deal.ownerIds().forEach(owner -> add(byOwner, owner));
        deal.lostReason().ifPresent(reason -> add(lostReasons, reason));
        Fields.of(deal).keySet().stream()
                .filter(name -> !name.equals(Fields.STATUS))
                .forEach(name -> add(fields, name));
        Conversion conversion = converter.convert(deal);
        if (conversion.skipped().isPresent()) {
            skipped++;
            return;
        }
        conversion.undecided().forEach(open -> {
            if (questions.size() < MOST_KINDS || questions.containsKey(open.key())) {
                questions
                        .computeIfAbsent(open.key(), unused -> new Counted(open.why()))
                        .add(deal.id());
            }
        });
        // While closed deals are undecided, the option with the most requests is counted.
        DealStatus status = mapping.closed().isEmpty() ? deal.status() : conversion.status();
        if (status == DealStatus.WON) {
            wins++;
        } else if (status == DealStatus.LOST) {
            losses++;
        }
        if (conversion.expected().keySet().stream()
                .anyMatch(name -> !converter.atCreate(name) && converter.atUpdate(name))) {
            updates++;
        }
        if (conversion.undecided().isEmpty()) {
            dryRun.misfit(Fields.some(conversion.deal(), converter::atCreate)
                            .stage(conversion.deal().stage())
                            .build())
                    .ifPresent(reason -> {
                        if (misfits.size() < MOST_KINDS || misfits.containsKey(reason)) {
                            misfits.computeIfAbsent(reason, Counted::new).add(deal.id());
                        }
                    });
        }
    }

    private static void add(Map<String, Long> counts, String name) {
        if (counts.size() < MOST_KINDS || counts.containsKey(name)) {
            counts.merge(name, 1L, Long::sum);
        }
    }

    private Map<String, Long> named(Map<String, Long> counts) {
        Map<String, Long> named = new LinkedHashMap<>();
        counts.forEach((id, count) ->
                named.put(stageNames.containsKey(id) ? id + " (" + stageNames.get(id) + ")" : id, count));
        return named;
    }

    private List<FieldPlan> fieldPlans() {
        List<FieldPlan> plans = new ArrayList<>();
        fields.forEach((name, count) -> plans.add(plan(name, count)));
        return plans;
    }

    private FieldPlan plan(String name, long count) {
        Optional<DealField> field = Fields.field(name);
        if (field.isEmpty()) {
            int dot = name.indexOf('.');
            Optional<String> line = mapping.line(name.substring(0, dot), name.substring(dot + 1));
            boolean isShared = name.startsWith(Fields.CUSTOM)
                    && target.config().fields().containsKey(name.substring(Fields.CUSTOM.length()));
            if (line.filter(TransferMapping.DROP::equals).isPresent()) {
                return new FieldPlan(name, count, Way.DROPPED, "dropped by the mapping");
            }
            return line.isPresent() || isShared
                    ? new FieldPlan(name, count, Way.MAPPED, "to " + line.orElse("the field with the same alias"))
                    : new FieldPlan(name, count, Way.NO_PLACE, "has no line in the mapping yet");
        }
        DealConverter.Way way = converter.wayOf(field.get());
        boolean byValue = field.get() == DealField.STAGE
                || field.get() == DealField.OWNERS
                || field.get() == DealField.LOST_REASON
                || mapping.field(field.get())
                        .filter(TransferMapping.MAP::equals)
                        .isPresent();
        return switch (way) {
            case SAME ->
                new FieldPlan(
                        name,
                        count,
                        byValue ? Way.MAPPED : Way.SAME,
                        byValue ? "mapped value by value" : "the target has the same field");
            case KEPT ->
                new FieldPlan(
                        name,
                        count,
                        Way.KEPT,
                        Optional.ofNullable(can.bridges().get(field.get()))
                                .map(FieldBridge::explanation)
                                .orElse(""));
            case DROPPED -> new FieldPlan(name, count, Way.DROPPED, "dropped by the mapping or the configuration");
            case NO_PLACE -> new FieldPlan(name, count, Way.NO_PLACE, can.explain(field.get()));
            case ACCOUNT_BOUND ->
                new FieldPlan(
                        name,
                        count,
                        Way.NO_PLACE,
                        "contains ids of the source account, which the target does not know");
        };
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (source.stop().isStopped()) {
            warnings.add("interrupted: the plan covers only the deals that were read so far");
        }
        if (!can.supports(Operation.CREATE)) {
            warnings.add(can.provider() + " cannot create deals: " + can.explain(Operation.CREATE));
        }
        if (wins > 0) {
            warnings.add(closing(
                    wins, "won", Operation.WIN, "which may award points, raise invoices or start workflows there"));
        }
        if (losses > 0) {
            warnings.add(closing(losses, "lost", Operation.LOSE, "which may start workflows there"));
        }
        if (byStatus.containsKey(DealStatus.UNKNOWN)) {
            warnings.add(
                    "deals with an unknown status, which are transferred as open: " + byStatus.get(DealStatus.UNKNOWN));
        }
        if (!can.takesReference()) {
            warnings.add(can.provider() + " cannot store a reference with a deal" + WITHOUT_REFERENCES);
        } else if (target.config().referenceField().isEmpty()) {
            warnings.add("deals.reference-field is not set for the target" + WITHOUT_REFERENCES);
        }
        if (deals > 0) {
            warnings.add(
                    "the target sets the times of creation, update and closing itself; no vendor lets a client set them");
        }
        return warnings;
    }

    private String closing(long closed, String how, Operation operation, String effects) {
        String count = Words.count(closed, "deal");
        return can.supports(operation)
                ? count + " would be closed as " + how + " at the target, " + effects + ": " + can.explain(operation)
                : count + (closed == 1 ? " is " : " are ") + how + ", which the target cannot repeat: "
                        + can.explain(operation);
    }

    private List<QuotaPlan> quotas(Reading reading) {
        long writes = deals - skipped + updates + wins + losses;
        Optional<String> from = RateLimits.of(source.config());
        Optional<String> to = RateLimits.of(target.config());
        return List.of(
                new QuotaPlan("source", reading.pages(), from, from.map(limit -> time(reading.pages(), limit))),
                new QuotaPlan("target", writes, to, to.map(limit -> time(writes, limit))));
    }

    /** If several rate limits apply, the slowest counts. */
    static Duration time(long requests, String limit) {
        Duration longest = Duration.ZERO;
        Matcher windows = WINDOW.matcher(limit);
        while (windows.find()) {
            long calls = Long.parseLong(windows.group(1));
            long length = Long.parseLong(windows.group(2));
            long millis = windows.group(3).equals("m")
                    ? length * 60_000
                    : windows.group(3).equals("s") ? length * 1_000 : length;
            Duration time = Duration.ofMillis(requests * millis / calls);
            longest = time.compareTo(longest) > 0 ? time : longest;
        }
        return longest;
    }

    Map<String, Long> fieldCounts() {
        return fields;
    }

    Map<String, Long> stageCounts() {
        return byStage;
    }

    Optional<String> stageName(String id) {
        return Optional.ofNullable(stageNames.get(id));
    }

    Map<String, Long> ownerCounts() {
        return byOwner;
    }

    Map<String, Long> reasonCounts() {
        return lostReasons;
    }

    long closed() {
        return byStatus.entrySet().stream()
                .filter(status -> Fields.isClosed(status.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    long deals() {
        return deals;
    }
}
