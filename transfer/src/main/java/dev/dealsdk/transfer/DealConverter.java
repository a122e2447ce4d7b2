package dev.dealsdk.transfer;

import dev.dealsdk.Capabilities;
import dev.dealsdk.Company;
import dev.dealsdk.Contact;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.FieldBridge;
import dev.dealsdk.LineItem;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.StageRef;
import dev.dealsdk.Support;
import dev.dealsdk.transfer.Conversion.Undecided;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Converts deals of the source to deals of the target by the mapping. Sends nothing. Thread-safe. */
final class DealConverter {
    private final TransferMapping mapping;
    private final Capabilities can;
    private final DealsConfig target;
    private final TargetStages stages;
    private final @Nullable DealTransformer transformer;

    DealConverter(
            TransferMapping mapping,
            Capabilities can,
            DealsConfig target,
            TargetStages stages,
            @Nullable DealTransformer transformer) {
        this.mapping = mapping;
        this.can = can;
        this.target = target;
        this.stages = stages;
        this.transformer = transformer;
    }

    /** How a field is transferred. */
    enum Way {
        SAME,
        KEPT,
        DROPPED,
        NO_PLACE,
        /** Its values are ids of the source account. */
        ACCOUNT_BOUND
    }

    /** How a field is transferred; a won or lost reason when the deal is closed again. */
    Way wayOf(DealField field) {
        Optional<String> line = mapping.field(field);
        FieldBridge bridge = can.bridges().get(field);
        boolean isDropped = bridge != null && bridge.kind() == FieldBridge.Kind.DROPPED;
        if (line.filter(TransferMapping.DROP::equals).isPresent() || isDropped) {
            return Way.DROPPED;
        }
        if (!isWritable(field)) {
            return Way.NO_PLACE;
        }
        if (Fields.isRecord(field) && line.isEmpty()) {
            return Way.ACCOUNT_BOUND;
        }
        return bridge != null && bridge.kind() == FieldBridge.Kind.KEPT ? Way.KEPT : Way.SAME;
    }

    /** Whether deals of the target show that they are open. */
    private boolean tellsOpen() {
        return can.support(Operation.WIN) == Support.DOCUMENTED
                || target.openStage().isPresent()
                || (!target.wonStages().isEmpty() && !target.lostStages().isEmpty() && target.otherStagesAreOpen());
    }

    private boolean isWritable(DealField field) {
        return switch (field) {
            case LOST_REASON -> can.supports(Operation.LOSE) && takes(Operation.LOSE, field);
            case WON_REASON -> can.supports(Operation.WIN) && takes(Operation.WIN, field);
            default -> takes(Operation.CREATE, field) || takes(Operation.UPDATE, field);
        };
    }

    private boolean takes(Operation operation, DealField field) {
        return can.supports(operation) && can.writableFields(operation).contains(field);
    }

    /** Whether a create can set a field, by its name in {@link Fields}. */
    boolean atCreate(String name) {
        return takes(Operation.CREATE, name);
    }

    /** Whether an update can set a field, by its name in {@link Fields}. */
    boolean atUpdate(String name) {
        return takes(Operation.UPDATE, name);
    }

    private boolean takes(Operation operation, String name) {
        if (name.startsWith(Fields.EXTRA)) {
            return can.supports(operation) && can.extras(operation).contains(name.substring(Fields.EXTRA.length()));
        }
        DealField field = name.startsWith(Fields.CUSTOM)
                ? DealField.CUSTOM_FIELDS
                : Fields.field(name).orElse(null);
        return field != null && takes(operation, field);
    }

    /** The text as the target shows it: the alias of a vendor's term, if it has one. */
    private static String aliasOf(String text, Map<String, String> aliases) {
        if (aliases.containsKey(text)) {
            return text;
        }
        return aliases.entrySet().stream()
                .filter(alias -> alias.getValue().equals(text))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(text);
    }

    Conversion convert(Deal source) {
        return new One(source).convert();
    }

    /** The conversion of one deal. */
    private final class One {
        private final Deal source;
        private final SortedMap<String, String> contents;
        private final List<Undecided> undecided = new ArrayList<>();
        private final Set<String> dropped = new LinkedHashSet<>();
        private Optional<String> stageId = Optional.empty();

        private One(Deal source) {
            this.source = source;
            this.contents = Fields.of(source);
        }

        private Conversion convert() {
            Optional<TransferMapping.Closed> closed = mapping.closed();
            boolean isClosed = Fields.isClosed(source.status());
            if (isClosed && closed.isEmpty()) {
                undecided.add(new Undecided(
                        "closed", "decide how closed deals are transferred: recreate, open-only or skip"));
            }
            if (isClosed && closed.filter(TransferMapping.Closed.SKIP::equals).isPresent()) {
                return skipped("closed=skip");
            }
            boolean recreate = isClosed
                    && closed.filter(TransferMapping.Closed.RECREATE::equals).isPresent();
            DealStatus status = recreate ? source.status() : DealStatus.OPEN;
            if (recreate) {
                Operation close = status == DealStatus.WON ? Operation.WIN : Operation.LOSE;
                if (!can.supports(close)) {
                    undecided.add(new Undecided("closed", can.explain(close)));
                }
            }
            NewDeal deal = mapped();
            if (transformer != null) {
                DealTransformer.Result result = transformer.transform(source, deal);
                if (result.deal().isEmpty()) {
                    return skipped(result.reason().orElse("skipped by the transformer"));
                }
                deal = result.deal().get();
                stageId = deal.stage().map(stages::idOf);
            }
            Optional<String> lostReason =
                    status == DealStatus.LOST ? reason(DealField.LOST_REASON, source.lostReason()) : Optional.empty();
            Optional<String> wonReason =
                    status == DealStatus.WON ? reason(DealField.WON_REASON, source.wonReason()) : Optional.empty();
            require(deal, status, lostReason);
            SortedMap<String, String> expected = Fields.of(deal);
            stageId.filter(unused -> status == DealStatus.OPEN).ifPresent(id -> expected.put(Fields.STAGE, id));
            lostReason.ifPresent(text -> expected.put(Fields.name(DealField.LOST_REASON), text));
            wonReason.ifPresent(text -> expected.put(Fields.name(DealField.WON_REASON), text));
            if (status != DealStatus.OPEN || tellsOpen()) {
                expected.put(Fields.STATUS, status.name());
            }
            return new Conversion(deal, status, lostReason, wonReason, expected, undecided, dropped, Optional.empty());
        }

        private Conversion skipped(String reason) {
            return new Conversion(
                    NewDeal.builder().build(),
                    source.status(),
                    Optional.empty(),
                    Optional.empty(),
                    new java.util.TreeMap<>(),
                    List.of(),
                    Set.of(),
                    Optional.of(reason));
        }

        private NewDeal mapped() {
            NewDeal all = NewDeal.builder()
                    .name(source.name())
                    .value(source.value())
                    .contact(source.contact()
                            .map(contact -> Contact.builder()
                                    .from(contact)
                                    .id(contact.id().flatMap(id -> record("contact", DealField.CONTACT_ID, id)))
                                    .build()))
                    .company(source.company()
                            .map(company -> Company.builder()
                                    .from(company)
                                    .id(company.id().flatMap(id -> record("company", DealField.COMPANY_ID, id)))
                                    .build()))
                    .addAllLineItems(source.lineItems().stream()
                            .flatMap(item -> record("item", DealField.LINE_ITEMS, item.itemId()).stream()
                                    .map(id -> LineItem.builder()
                                            .from(item)
                                            .itemId(id)
                                            .build()))
                            .toList())
                    .addAllTags(source.tags())
                    .expectedCloseOn(source.expectedCloseOn())
                    .winProbability(source.winProbability())
                    .description(source.description())
                    .build();
            NewDeal.Builder some = Fields.some(all, this::carries);
            some.value(value());
            some.addAllOwnerIds(owners());
            some.stage(stage());
            Map<String, @Nullable Object> custom = new LinkedHashMap<>();
            Map<String, @Nullable Object> extras = new LinkedHashMap<>();
            source.customFields().forEach((key, value) -> own("custom", key, value, custom, extras));
            source.extras().forEach((key, value) -> own("extra", key, value, custom, extras));
            return some.customFields(custom).extras(extras).build();
        }

        /** Whether a neutral field is transferred; records an open decision. */
        private boolean carries(String name) {
            DealField field = Fields.field(name).orElse(null);
            return field != null && field != DealField.OWNERS && contents.containsKey(name) && carries(field, name);
        }

        private boolean carries(DealField field, String name) {
            return switch (wayOf(field)) {
                case SAME, KEPT -> true;
                case DROPPED -> {
                    dropped.add(name);
                    yield false;
                }
                case NO_PLACE -> {
                    undecided.add(new Undecided("field." + name, can.explain(field)));
                    yield false;
                }
                case ACCOUNT_BOUND -> {
                    undecided.add(new Undecided(
                            "field." + name,
                            "contains ids of the source account; write same if both accounts use the same ids, map with a"
                                    + " line for each id, or drop"));
                    yield false;
                }
            };
        }

        private Optional<DealValue> value() {
            return source.value()
                    .filter(unused -> carries(Fields.name(DealField.VALUE)))
                    .map(value -> DealValue.builder()
                            .amount(value.amount())
                            .currency(value.currency().filter(unused -> carries(Fields.name(DealField.CURRENCY))))
                            .period(value.period().filter(unused -> carries(Fields.name(DealField.VALUE_PERIOD))))
                            .build());
        }

        private List<String> owners() {
            List<String> owners = new ArrayList<>();
            if (source.ownerIds().isEmpty() || !carries(DealField.OWNERS, Fields.name(DealField.OWNERS))) {
                return owners;
            }
            for (String owner : source.ownerIds()) {
                Optional<String> line = mapping.line("owner", owner);
                if (line.isPresent()) {
                    if (line.get().equals(TransferMapping.DROP)) {
                        dropped.add(Fields.name(DealField.OWNERS));
                    } else {
                        owners.add(
                                line.get().equals(TransferMapping.SAME) ? owner : aliasOf(line.get(), target.owners()));
                    }
                } else if (target.owners().containsKey(owner)) {
                    owners.add(owner);
                } else {
                    undecided.add(new Undecided("owner." + owner, "the owner has no counterpart at the target"));
                }
            }
            return owners;
        }

        /** The id at the target of a related record. */
        private Optional<String> record(String group, DealField field, String id) {
            Way way = wayOf(field);
            if (mapping.field(field).filter(TransferMapping.MAP::equals).isEmpty()
                    || (way != Way.SAME && way != Way.KEPT)) {
                return Optional.of(id);
            }
            Optional<String> line = mapping.line(group, id);
            if (line.isEmpty()) {
                // One open decision for all of them, since there may be as many ids as deals.
                undecided.add(new Undecided(
                        group + ".*",
                        "some ids have no line " + group + ".ID; add one for each, or " + group
                                + ".*=drop for all others"));
                return Optional.empty();
            }
            if (line.get().equals(TransferMapping.DROP)) {
                dropped.add(Fields.name(field));
                return Optional.empty();
            }
            return line.map(text -> text.equals(TransferMapping.SAME) ? id : text);
        }

        private Optional<StageRef> stage() {
            if (source.stageId().isEmpty()) {
                return Optional.empty();
            }
            if (!takes(Operation.CREATE, DealField.STAGE)) {
                if (wayOf(DealField.STAGE) == Way.DROPPED) {
                    dropped.add(Fields.STAGE);
                } else {
                    undecided.add(new Undecided("field.stage", can.explain(DealField.STAGE)));
                }
                return Optional.empty();
            }
            Optional<String> line = mapping.line("stage", source.stageId().get());
            if (line.filter(TransferMapping.TO_TARGET::equals).isPresent()) {
                dropped.add(Fields.STAGE);
                return Optional.empty();
            }
            Optional<String> found = line.or(() -> source.stageAlias().filter(target.stages()::containsKey))
                    .or(() -> source.stageName().filter(stages::hasName));
            if (found.isEmpty()) {
                undecided.add(new Undecided(
                        "stage." + source.stageId().get(),
                        "the stage"
                                + source.stageName()
                                        .map(name -> " \"" + name + "\"")
                                        .orElse("") + " has no counterpart at the target"));
                return Optional.empty();
            }
            String id = stages.idOf(found.get());
            stageId = Optional.of(id);
            return Optional.of(StageRef.id(id));
        }

        /** Converts a custom or vendor-specific field. */
        private void own(
                String group,
                String key,
                @Nullable Object value,
                Map<String, @Nullable Object> custom,
                Map<String, @Nullable Object> extras) {
            if (!contents.containsKey(group + "." + key) || value == null) {
                return;
            }
            Optional<String> line = mapping.line(group, key);
            boolean isShared = group.equals("custom")
                    && target.fields().containsKey(key)
                    && takes(Operation.CREATE, DealField.CUSTOM_FIELDS);
            if (line.isEmpty() && !isShared) {
                undecided.add(new Undecided(
                        group + "." + key,
                        "the field has no counterpart at the target"
                                + (group.equals("extra") ? "; the mapping file proposes drop" : "")));
            } else if (line.isEmpty()) {
                custom.put(key, value);
            } else if (line.get().equals(TransferMapping.DROP)) {
                dropped.add(group + "." + key);
            } else {
                String place = line.get().substring(line.get().indexOf(':') + 1);
                if (line.get().startsWith("extra:")) {
                    extras.put(place, value);
                } else {
                    custom.put(
                            aliasOf(place, target.fields()),
                            line.get().startsWith("text:") ? Fields.text(value) : value);
                }
            }
        }

        private Optional<String> reason(DealField field, Optional<String> reason) {
            String name = Fields.name(field);
            if (reason.isEmpty() || !carries(field, name)) {
                return Optional.empty();
            }
            if (field == DealField.WON_REASON) {
                return reason;
            }
            Optional<String> line = mapping.line("lost-reason", reason.get());
            if (line.filter(TransferMapping.DROP::equals).isPresent()) {
                dropped.add(name);
                return Optional.empty();
            }
            if (line.isPresent()) {
                return line.map(
                        text -> text.equals(TransferMapping.SAME) ? reason.get() : aliasOf(text, target.lostReasons()));
            }
            if (target.lostReasons().containsKey(reason.get())
                    || !can.valueNotes().containsKey(DealField.LOST_REASON)) {
                return reason;
            }
            undecided.add(new Undecided(
                    "lost-reason." + reason.get(),
                    "the target accepts " + can.valueNotes().get(DealField.LOST_REASON)));
            return Optional.empty();
        }

        /** Records fields that the target requires and the deal lacks. */
        private void require(NewDeal deal, DealStatus status, Optional<String> lostReason) {
            SortedMap<String, String> has = Fields.of(deal);
            for (DealField field : can.requiredFields(Operation.CREATE)) {
                boolean isThere =
                        field == DealField.STAGE ? deal.stage().isPresent() : has.containsKey(Fields.name(field));
                if (!isThere && !can.defaults().containsKey(field)) {
                    undecided.add(missing(field));
                }
            }
            if (status == DealStatus.LOST
                    && lostReason.isEmpty()
                    && can.requiredFields(Operation.LOSE).contains(DealField.LOST_REASON)
                    && !can.defaults().containsKey(DealField.LOST_REASON)) {
                undecided.add(missing(DealField.LOST_REASON));
            }
        }

        private Undecided missing(DealField field) {
            return new Undecided(
                    "deals.default." + Fields.name(field),
                    "the target requires " + Fields.name(field)
                            + ", which the deal does not have; set this key in the configuration of the target");
        }
    }
}
