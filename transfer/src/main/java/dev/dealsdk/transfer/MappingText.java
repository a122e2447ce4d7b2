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

/** The mapping file that a plan writes: every line that a run needs, with what is known about it. */
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
        comment("How " + plan.deals() + " deals of " + from + " become deals of " + can.provider() + ".");
        comment("Decide what stands at ?, and give the file back with --mapping. A run refuses a ?.");
        comment("drop leaves a thing out; NAME.* stands for all that have no line of their own.");
        section("Closed deals: " + plan.closed()
                + ". recreate closes them again at the target, with all that this sets off there;"
                + " open-only leaves them open; skip leaves them where they are.");
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
                section("Fields that the target has no place for: drop, or set deals.keep."
                        + "FIELD in its configuration.");
                begun = true;
            }
            String what = way == DealConverter.Way.ACCOUNT_BOUND
                    ? "ids of the source account: same if the target has the same ids, map with a line "
                            + record(field.get()) + ".ID for each, or drop"
                    : open ? can.explain(field.get()) : "";
            line("field." + name, plan.fieldCounts().get(name) + " deals; " + what, TransferMapping.UNDECIDED);
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
        section("Stages. The target has: " + stageNames() + ". - leaves the choice to the target.");
        plan.stageCounts().forEach((id, count) -> {
            Optional<String> name = plan.stageName(id);
            String found = name.filter(known -> target.config().stages().containsKey(known) || stages.hasName(known))
                    .orElse(TransferMapping.UNDECIDED);
            line(
                    "stage." + id,
                    count + " deals" + name.map(known -> "; " + known).orElse(""),
                    found);
        });
    }

    private String stageNames() {
        Set<String> names = new TreeSet<>(target.config().stages().keySet());
        stages.all().stream().map(Stage::name).forEach(names::add);
        return names.isEmpty() ? "none that can be listed; write ids" : String.join(", ", names);
    }

    private void owners(Planner plan) {
        if (plan.ownerCounts().isEmpty()) {
            return;
        }
        Set<String> aliases = target.config().owners().keySet();
        section("Owners: the id at the target, same, or drop."
                + (aliases.isEmpty() ? "" : " Aliases of the target: " + String.join(", ", aliases) + "."));
        plan.ownerCounts()
                .forEach((owner, count) -> line(
                        "owner." + owner,
                        count + " deals",
                        aliases.contains(owner) ? owner : TransferMapping.UNDECIDED));
    }

    private void reasons(Planner plan) {
        if (plan.reasonCounts().isEmpty() || converter.wayOf(DealField.LOST_REASON) != DealConverter.Way.SAME) {
            return;
        }
        Optional<String> note = Optional.ofNullable(can.valueNotes().get(DealField.LOST_REASON));
        section("Reasons of losses: what the target calls them, same, or drop."
                + note.map(words -> " The target takes " + words + ".").orElse(""));
        plan.reasonCounts()
                .forEach((reason, count) -> line(
                        "lost-reason." + reason,
                        count + " deals",
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
                        "Fields of the account (custom) and of the vendor alone (extra): custom:KEY, text:KEY, extra:NAME or drop."
                                + takes());
                begun = true;
            }
            String key = name.startsWith(Fields.CUSTOM) ? name.substring(Fields.CUSTOM.length()) : "";
            boolean shared = target.config().fields().containsKey(key);
            // A vendor's own extra means nothing elsewhere; what the account made up itself somebody wants.
            String proposed = shared
                    ? "custom:" + key
                    : name.startsWith(Fields.EXTRA) ? TransferMapping.DROP : TransferMapping.UNDECIDED;
            line(name, plan.fieldCounts().get(name) + " deals", proposed);
        }
    }

    private String takes() {
        Set<String> extras = new TreeSet<>(can.extras(Operation.CREATE));
        String custom = can.writableFields(Operation.CREATE).contains(DealField.CUSTOM_FIELDS)
                ? " The target takes custom fields"
                        + Optional.ofNullable(can.valueNotes().get(DealField.CUSTOM_FIELDS))
                                .map(note -> ": " + note)
                                .orElse("")
                        + "."
                : " The target takes no custom fields.";
        return custom + (extras.isEmpty() ? "" : " Extras of the target: " + String.join(", ", extras) + ".");
    }

    /** What was decided before and no deal of this reading needs. */
    private void rest() {
        Set<String> left = mapping.lines().keySet().stream()
                .filter(key -> !written.contains(key))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!left.isEmpty()) {
            section("Lines of before.");
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

    /** As a properties file wants it. */
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
