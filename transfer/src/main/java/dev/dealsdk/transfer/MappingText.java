package dev.dealsdk.transfer;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealField;
import dev.dealsdk.Operation;
import dev.dealsdk.Stage;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes the mapping file of a plan: all lines that a run needs, with comments. */
final class MappingText {
    private final TransferMapping mapping;
    private final DealConverter converter;
    private final Capabilities can;
    private final TargetStages stages;
    private final Side source;
    private final Side target;
    private final StringBuilder text = new StringBuilder();
    private final Set<String> written = new TreeSet<>();

    MappingText(
            TransferMapping mapping,
            DealConverter converter,
            Capabilities can,
            TargetStages stages,
            Side source,
            Side target) {
        this.mapping = mapping;
        this.converter = converter;
        this.can = can;
        this.stages = stages;
        this.source = source;
        this.target = target;
    }

    String render(Planner plan) {
        String from = source.client().capabilities().provider();
        comment("Mapping of " + Words.count(plan.deals(), "deal") + " from " + from + " to " + can.provider() + ".");
        comment(
                "Replace each ? with a decision and pass this file with --mapping. A run does not start while a ? is left.");
        comment(
                "drop leaves a field or value out. * in place of a name, as in owner.*, applies to all names without a line of"
                        + " their own.");
        section("Closed deals: " + plan.closed()
                + ". recreate creates and closes them again, which may start workflows at the target;"
                + " open-only creates them and leaves them open; skip does not transfer them.");
        line("closed", "", plan.closed() == 0 ? "recreate" : TransferMapping.UNDECIDED);
        if (mapping.has("account")) {
            line("account", "", "");
        }
        fields(plan);
        stages(plan);
        if (converter.wayOf(DealField.OWNERS) == DealConverter.Way.SAME) {
            owners(plan);
        }
        reasons(plan);
        own(plan);
        rest();
        return text.toString();
    }

    private void fields(Planner plan) {
        boolean begun = false;
        for (String name : plan.fieldCounts().keySet()) {
            Optional<DealField> field = Fields.field(name);
            if (field.isEmpty()) {
                continue;
            }
            DealConverter.Way way = converter.wayOf(field.get());
            boolean open = way == DealConverter.Way.NO_PLACE || way == DealConverter.Way.ACCOUNT_BOUND;
            if (!open && !mapping.has("field." + name)) {
                continue;
            }
            if (!begun) {
                section(
                        "Fields that the target cannot store: write drop, or set deals.keep.FIELD in the configuration of the"
                                + " target.");
                begun = true;
            }
            String what = way == DealConverter.Way.ACCOUNT_BOUND
                    ? "ids of the source account: same if both accounts use the same ids, map with a line "
                            + record(field.get()) + ".ID for each id, or drop"
                    : open ? can.explain(field.get()) : "";
            line(
                    "field." + name,
                    Words.count(plan.fieldCounts().get(name), "deal") + "; " + what,
                    TransferMapping.UNDECIDED);
        }
    }

    private static String record(DealField field) {
        return field == DealField.CONTACT_ID ? "contact" : field == DealField.COMPANY_ID ? "company" : "item";
    }

    private void stages(Planner plan) {
        if (plan.stageCounts().isEmpty()
                || !can.writableFields(Operation.CREATE).contains(DealField.STAGE)) {
            return;
        }
        section("Stages: write the alias, name or id of a stage of the target, or - to let the target choose. "
                + stageNames());
        plan.stageCounts().forEach((id, count) -> {
            Optional<String> name = plan.stageName(id);
            String found = name.filter(known -> target.config().stages().containsKey(known) || stages.hasName(known))
                    .orElse(TransferMapping.UNDECIDED);
            line(
                    "stage." + id,
                    Words.count(count, "deal") + name.map(known -> "; " + known).orElse(""),
                    found);
        });
    }

    private String stageNames() {
        Set<String> names = new TreeSet<>(target.config().stages().keySet());
        stages.all().stream().map(Stage::name).forEach(names::add);
        return names.isEmpty()
                ? "The target cannot list its stages; write ids."
                : "The target has: " + String.join(", ", names) + ".";
    }

    private void owners(Planner plan) {
        if (plan.ownerCounts().isEmpty()) {
            return;
        }
        Set<String> aliases = target.config().owners().keySet();
        section("Owners: write the id or alias of the owner at the target, same if the id is the same there, or drop."
                + (aliases.isEmpty() ? "" : " Owner aliases of the target: " + String.join(", ", aliases) + "."));
        plan.ownerCounts()
                .forEach((owner, count) -> line(
                        "owner." + owner,
                        Words.count(count, "deal"),
                        aliases.contains(owner) ? owner : TransferMapping.UNDECIDED));
    }

    private void reasons(Planner plan) {
        if (plan.reasonCounts().isEmpty() || converter.wayOf(DealField.LOST_REASON) != DealConverter.Way.SAME) {
            return;
        }
        Optional<String> note = Optional.ofNullable(can.valueNotes().get(DealField.LOST_REASON));
        section("Lost reasons: write the reason to use at the target, same or drop."
                + note.map(words -> " The target accepts " + words + ".").orElse(""));
        plan.reasonCounts()
                .forEach((reason, count) -> line(
                        "lost-reason." + reason,
                        Words.count(count, "deal"),
                        target.config().lostReasons().containsKey(reason) || note.isEmpty()
                                ? TransferMapping.SAME
                                : TransferMapping.UNDECIDED));
    }

    private void own(Planner plan) {
        boolean begun = false;
        for (String name : plan.fieldCounts().keySet()) {
            if (!name.startsWith(Fields.CUSTOM) && !name.startsWith(Fields.EXTRA)) {
                continue;
            }
            if (!begun) {
                section(
                        "Custom fields (custom) and fields that only the source vendor has (extra): write custom:KEY, text:KEY for the"
                                + " value as text, extra:NAME or drop."
                                + takes());
                begun = true;
            }
            String key = name.startsWith(Fields.CUSTOM) ? name.substring(Fields.CUSTOM.length()) : "";
            boolean shared = target.config().fields().containsKey(key);
            // Another vendor has no use for vendor-specific fields, while custom fields were created for a purpose.
            String proposed = shared
                    ? "custom:" + key
                    : name.startsWith(Fields.EXTRA) ? TransferMapping.DROP : TransferMapping.UNDECIDED;
            line(name, Words.count(plan.fieldCounts().get(name), "deal"), proposed);
        }
    }

    private String takes() {
        Set<String> extras = new TreeSet<>(can.extras(Operation.CREATE));
        String custom = can.writableFields(Operation.CREATE).contains(DealField.CUSTOM_FIELDS)
                ? " The target accepts custom fields"
                        + Optional.ofNullable(can.valueNotes().get(DealField.CUSTOM_FIELDS))
                                .map(note -> ": " + note)
                                .orElse("")
                        + "."
                : " The target accepts no custom fields.";
        return custom
                + (extras.isEmpty() ? "" : " Vendor-specific fields of the target: " + String.join(", ", extras) + ".");
    }

    /** Earlier decisions that no deal of this plan needs. */
    private void rest() {
        Set<String> left = mapping.lines().keySet().stream()
                .filter(key -> !written.contains(key))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!left.isEmpty()) {
            section("Earlier decisions that none of these deals needs.");
            left.forEach(key -> line(key, "", TransferMapping.UNDECIDED));
        }
    }

    private void section(String about) {
        text.append('\n');
        comment(about);
    }

    private void comment(String about) {
        String rest = about.replaceAll("\\s+", " ").strip();
        while (!rest.isEmpty()) {
            int end = rest.length() <= 110 ? rest.length() : Math.max(rest.lastIndexOf(' ', 110), 1);
            text.append("# ").append(rest, 0, end).append('\n');
            rest = rest.substring(end).strip();
        }
    }

    private void line(String key, String about, String proposed) {
        if (!about.isBlank()) {
            comment(about);
        }
        written.add(key);
        String value = mapping.lines().getOrDefault(key, proposed);
        text.append(escaped(key, true))
                .append('=')
                .append(escaped(value, false))
                .append('\n');
    }

    /** Escapes a key or a value for a properties file. */
    static String escaped(String words, boolean key) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < words.length(); i++) {
            char next = words.charAt(i);
            switch (next) {
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                case '\\' -> escaped.append("\\\\");
                case ' ' -> escaped.append(key || i == 0 ? "\\ " : " ");
                case ':', '=', '#', '!' ->
                    escaped.append(key || i == 0 ? "\\" : "").append(next);
                default -> {
                    if (Character.isISOControl(next)) {
                        escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) next));
                    } else {
                        escaped.append(next);
                    }
                }
            }
        }
        return escaped.toString();
    }
}
