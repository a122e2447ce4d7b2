package dev.dealsdk.internal.bridge;

import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsException;
import dev.dealsdk.FieldError;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.Outcome;
import dev.dealsdk.Page;
import dev.dealsdk.Reopen;
import dev.dealsdk.Stage;
import dev.dealsdk.StageRef;
import dev.dealsdk.Win;
import dev.dealsdk.internal.call.ActiveCall;
import dev.dealsdk.internal.value.FieldNames;
import dev.dealsdk.internal.value.KeptPlace;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.ClosingStages;
import dev.dealsdk.spi.ProviderClient;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A vendor's client that does what the configuration bridges: on the way to the vendor a request is made one that the vendor
 * takes, and on the way back its deals are given what was kept elsewhere. Thread-safe.
 */
final class BridgedClient implements ProviderClient {
    private static final Logger LOG = LoggerFactory.getLogger(BridgedClient.class);

    private final Bridge bridge;
    private final ProviderClient inner;
    private final KeptFields kept;
    private final LocalFilters filters;
    private final Aliases owners;
    private final Aliases lostReasons;
    private final Set<DealField> droppedBefore = ConcurrentHashMap.newKeySet();

    BridgedClient(Bridge bridge, ProviderClient inner) {
        this.bridge = bridge;
        this.inner = inner;
        this.kept = new KeptFields(bridge);
        this.filters = new LocalFilters(bridge);
        this.owners = new Aliases("deals.owners", bridge.config().owners(), bridge.provider()::isOwnerId);
        this.lostReasons = new Aliases("deals.lost-reasons", bridge.config().lostReasons(), unused -> false);
    }

    @Override
    public Deal create(CallScope call, NewDeal deal) {
        DealParts parts = DealParts.of(deal);
        NewDeal withDefaults = withDefaults(deal, parts, call);
        translateOwners(parts, call);
        checkCurrency(parts, "value.currency", call);
        Kept places = kept.places(deal.customFields(), deal.extras(), call);
        for (DealField field : bridge.kept().keySet()) {
            String text = parts.text(field);
            if (text != null) {
                places.put(field, text);
                parts.set(field, null);
            }
        }
        drop(Operation.CREATE, parts, call);
        NewDeal asked = parts.newDeal(withDefaults)
                .customFields(places.customFields())
                .extras(places.extras())
                .build();
        Deal created = places.refusing(call, () -> inner.create(call, asked));
        return toCaller(places.isShownBy(created) ? created : readAgain(call, created));
    }

    private NewDeal withDefaults(NewDeal deal, DealParts parts, CallScope call) {
        NewDeal withStage = deal;
        for (Map.Entry<DealField, String> fallback : bridge.defaults().entrySet()) {
            DealField field = fallback.getKey();
            String said = parts.text(field);
            if (!bridge.vendor().requiredFields(Operation.CREATE).contains(field)) {
                continue;
            }
            if (field == DealField.STAGE && deal.stage().isEmpty()) {
                NewDeal.Builder staged = NewDeal.builder();
                withStage = staged.from(deal)
                        .stage(StageRef.id(call.stageId(fallback.getValue())))
                        .build();
            } else if (field != DealField.STAGE && (said == null || said.isBlank())) {
                parts.set(
                        field,
                        field == DealField.OWNERS
                                ? FieldText.ofTexts(List.of(fallback.getValue()))
                                : fallback.getValue());
            }
        }
        return withStage;
    }

    @Override
    public Deal get(CallScope call, String dealId) {
        return toCaller(inner.get(call, dealId));
    }

    @Override
    public Deal update(CallScope call, String dealId, DealUpdate update) {
        DealParts parts = DealParts.of(update);
        translateOwners(parts, call);
        checkCurrency(parts, "value.currency", call);
        Set<DealField> cleared = EnumSet.noneOf(DealField.class);
        cleared.addAll(update.cleared());
        if (cleared.contains(DealField.VALUE)) {
            // Neither means anything without an amount.
            cleared.add(DealField.CURRENCY);
            cleared.add(DealField.VALUE_PERIOD);
        }
        Kept places = kept.places(update.customFields(), update.extras(), call);
        for (DealField field : bridge.kept().keySet()) {
            String text = parts.text(field);
            if (text != null) {
                places.put(field, text);
                parts.set(field, null);
            } else if (cleared.contains(field)) {
                places.clear(field);
            }
        }
        boolean drops = drop(Operation.UPDATE, parts, call);
        cleared.retainAll(update.cleared());
        drops |= cleared.removeIf(field -> isDropped(Operation.UPDATE, field));
        cleared.removeAll(bridge.kept().keySet());
        DealUpdate asked = parts.update(update)
                .customFields(places.customFields())
                .extras(places.extras())
                .cleared(cleared)
                .build();
        if (drops && asked.equals(DealUpdate.builder().build())) {
            throw call.invalid("update", "changes nothing, because deals.drop drops every field that it sets");
        }
        return update(call, dealId, asked, places);
    }

    private Deal update(CallScope call, String dealId, DealUpdate asked, Kept places) {
        DealUpdate whole = withAllCustomFields(call, dealId, asked);
        Deal updated = places.refusing(call, () -> inner.update(call, dealId, whole));
        return toCaller(places.isShownBy(updated) ? updated : readAgain(call, updated));
    }

    /** Where an update might take away the custom fields that it does not name, it names all. */
    private DealUpdate withAllCustomFields(CallScope call, String dealId, DealUpdate update) {
        if (update.customFields().isEmpty() || bridge.provider().mergesCustomFields() || !kept.isInCustomFields()) {
            return update;
        }
        Map<String, @Nullable Object> all =
                new LinkedHashMap<>(inner.get(call, dealId).customFields());
        all.putAll(update.customFields());
        DealUpdate.Builder whole = DealUpdate.builder();
        return whole.from(update).customFields(all).build();
    }

    @Override
    public void delete(CallScope call, String dealId) {
        inner.delete(call, dealId);
    }

    @Override
    public Deal move(CallScope call, String dealId, Move move) {
        Beside beside = new Beside(Operation.MOVE, call);
        Optional<String> note = beside.take(DealField.NOTE, move.note());
        Move.Builder left = Move.builder();
        Move asked = left.from(move).note(note).build();
        return transition(call, dealId, move.stage().stageId(), beside, () -> inner.move(call, dealId, asked));
    }

    @Override
    public Deal win(CallScope call, String dealId, Win win) {
        Beside beside = new Beside(Operation.WIN, call);
        Optional<String> note = beside.take(DealField.NOTE, win.note());
        Optional<String> reason = beside.take(DealField.WON_REASON, win.wonReason());
        Optional<DealValue> finalValue = beside.takeFinalValue(win.finalValue());
        Win.Builder left = Win.builder();
        Win asked = left.from(win)
                .note(note)
                .wonReason(reason)
                .finalValue(finalValue)
                .build();
        return transition(call, dealId, Optional.empty(), beside, () -> inner.win(call, dealId, asked));
    }

    @Override
    public Deal lose(CallScope call, String dealId, Loss loss) {
        Beside beside = new Beside(Operation.LOSE, call);
        Optional<String> said = loss.reason().filter(text -> !text.isBlank());
        Optional<String> vendors = said.or(
                        () -> Optional.ofNullable(bridge.defaults().get(DealField.LOST_REASON)))
                .map(reason -> lostReasons.toVendor(reason, DealField.LOST_REASON.key(), call));
        Optional<String> note = beside.take(DealField.NOTE, loss.note());
        Optional<String> reason = beside.take(DealField.LOST_REASON, vendors.or(loss::reason));
        Loss.Builder left = Loss.builder();
        Loss asked = left.from(loss).note(note).reason(reason).build();
        return transition(call, dealId, Optional.empty(), beside, () -> inner.lose(call, dealId, asked));
    }

    @Override
    public Deal reopen(CallScope call, String dealId, Reopen reopen) {
        Beside beside = new Beside(Operation.REOPEN, call);
        List<String> ids = reopen.ownerIds().stream()
                .map(owner -> owners.toVendor(owner, DealField.OWNERS.key(), call))
                .toList();
        Optional<String> note = beside.take(DealField.NOTE, reopen.note());
        boolean keepsOwners =
                beside.take(DealField.OWNERS, ids.isEmpty() ? Optional.empty() : Optional.of(FieldText.ofTexts(ids)))
                                .isEmpty()
                        && !ids.isEmpty();
        Reopen.Builder left = Reopen.builder();
        Reopen asked = left.from(reopen)
                .note(note)
                .ownerIds(keepsOwners ? List.of() : ids)
                .build();
        return transition(
                call,
                dealId,
                reopen.stage().flatMap(StageRef::stageId),
                beside,
                () -> inner.reopen(call, dealId, asked));
    }

    /** With the same request as the transition where the vendor can, else by an update before it: what fails moves nothing. */
    private Deal transition(
            CallScope call, String dealId, Optional<String> stageId, Beside beside, Supplier<Deal> alone) {
        DealUpdate update = beside.update();
        if (update.equals(DealUpdate.builder().build())) {
            return toCaller(alone.get());
        }
        DealUpdate whole = withAllCustomFields(call, dealId, update);
        Optional<Deal> both = beside.places.refusing(call, () -> inner.transition(call, dealId, stageId, whole));
        if (both.isPresent()) {
            return shown(call, both.get(), beside.places);
        }
        try {
            Deal unused = beside.places.refusing(call, () -> inner.update(call, dealId, whole));
        } catch (DealsException failed) {
            if (failed.outcome() != Outcome.APPLIED) {
                throw failed;
            }
        }
        Deal moved;
        try {
            moved = alone.get();
        } catch (DealsException failed) {
            throw PartlyDone.of(failed, beside.fields(), call);
        }
        return shown(call, moved, beside.places);
    }

    private Deal shown(CallScope call, Deal deal, Kept places) {
        return toCaller(places.isShownBy(deal) ? deal : readAgain(call, deal));
    }

    /** Of a response that holds a part of the deal only; what cannot be found yet is as the response has it. */
    private Deal readAgain(CallScope call, Deal partial) {
        if (!bridge.vendor().supports(Operation.GET)) {
            return partial;
        }
        return call.readBack(() -> {
            try {
                return inner.get(call, partial.id());
            } catch (DealNotFoundException behind) {
                return partial;
            }
        });
    }

    @Override
    public Page<Deal> list(CallScope call, DealQuery query) {
        Optional<String> owner = query.ownerId().map(id -> owners.toVendor(id, "ownerId", call));
        DealQuery.Builder translated = DealQuery.builder();
        DealQuery whole = owner.equals(query.ownerId())
                ? query
                : translated.from(query).ownerId(owner).build();
        filters.check(whole, call);
        DealQuery asked = filters.forVendor(whole);
        boolean filtered = !asked.equals(whole);
        Page<Deal> page = inner.list(call, asked);
        List<Deal> found = new ArrayList<>(page.items().size());
        List<String> leftOut = new ArrayList<>(0);
        for (Deal deal : page.items()) {
            Deal read = kept.read(deal);
            if (!filtered || filters.fits(read, whole, call)) {
                found.add(withAliases(read));
            } else {
                leftOut.add(read.id());
            }
        }
        if (filtered) {
            tell(call, found.size(), leftOut);
        }
        return Page.<Deal>builder()
                .items(found)
                .problems(page.problems())
                .total(filtered ? Optional.empty() : page.total())
                .nextPageToken(page.nextPageToken())
                .build();
    }

    private void tell(CallScope call, int given, List<String> leftOut) {
        int read = given + leftOut.size();
        LOG.debug("{}: deals.local-query: {} of {} deals that were read fit the query", bridge.client(), given, read);
        if (call instanceof ActiveCall active) {
            active.monitor().filtered(read, given);
            active.leaveOut(leftOut);
        }
    }

    @Override
    public Optional<String> cursorAfter(CallScope call, DealQuery query) {
        return inner.cursorAfter(call, query);
    }

    @Override
    public List<Stage> stages(CallScope call) {
        return bridge.listsConfiguredStages() ? configuredStages() : inner.stages(call);
    }

    /** Each once, by its alias or, without one, by what the configuration calls it. */
    private List<Stage> configuredStages() {
        Map<String, String> nameById = new LinkedHashMap<>();
        Map<String, String> aliases = bridge.config().stages();
        aliases.forEach((alias, id) -> nameById.putIfAbsent(id, alias));
        List<String> closing = new ArrayList<>(bridge.config().wonStages());
        closing.addAll(bridge.config().lostStages());
        bridge.config().openStage().ifPresent(closing::add);
        for (String stage : closing) {
            if (!aliases.containsKey(stage)) {
                nameById.putIfAbsent(stage, stage);
            }
        }
        ClosingStages kinds = ClosingStages.of(bridge.config());
        List<Stage> stages = new ArrayList<>();
        nameById.forEach((id, name) -> stages.add(Stage.builder()
                .id(id)
                .name(name)
                .position(stages.size() + 1)
                .kind(kinds.kindOf(id, Optional.empty()))
                .build()));
        return stages;
    }

    @Override
    public Optional<Object> api(CallScope calls) {
        return inner.api(calls);
    }

    private Deal toCaller(Deal deal) {
        return withAliases(kept.read(deal));
    }

    private Deal withAliases(Deal deal) {
        boolean reason = !lostReasons.isEmpty() && deal.lostReason().isPresent();
        boolean owner = !owners.isEmpty() && !deal.ownerIds().isEmpty();
        if (!reason && !owner) {
            return deal;
        }
        return Deal.builder()
                .from(deal)
                .lostReason(deal.lostReason().map(lostReasons::toCaller))
                .ownerIds(deal.ownerIds().stream().map(owners::toCaller).toList())
                .build();
    }

    private void translateOwners(DealParts parts, CallScope call) {
        List<String> said = parts.ownerIds();
        if (said != null && !owners.isEmpty()) {
            parts.ownerIds(said.stream()
                    .map(owner -> owners.toVendor(owner, DealField.OWNERS.key(), call))
                    .toList());
        }
    }

    /** The account's currency is left out, any other one refused. */
    private void checkCurrency(DealParts parts, String field, CallScope call) {
        String said = parts.currency();
        Optional<String> fixed = bridge.fixedCurrency();
        if (said == null || fixed.isEmpty()) {
            return;
        }
        if (!said.equals(fixed.get())) {
            throw call.invalid(
                    field,
                    said + " is not the currency of the account, which is " + fixed.get() + " by deals.currency");
        }
        parts.set(DealField.CURRENCY, null);
    }

    /** Takes away what is dropped in an operation; whether there was any. */
    private boolean drop(Operation operation, DealParts parts, CallScope call) {
        boolean any = false;
        for (DealField field : bridge.dropped()) {
            if (parts.has(field) && isDropped(operation, field)) {
                parts.set(field, null);
                if (field == DealField.VALUE) {
                    parts.set(DealField.CURRENCY, null);
                    parts.set(DealField.VALUE_PERIOD, null);
                }
                reportDrop(field, call);
                any = true;
            }
        }
        return any;
    }

    private boolean isDropped(Operation operation, DealField field) {
        return bridge.dropped().contains(field) && !bridge.takes(operation, field);
    }

    private void reportDrop(DealField field, CallScope call) {
        if (droppedBefore.add(field)) {
            LOG.warn("{} is not sent to {}, because deals.drop names it", FieldNames.of(field), bridge.client());
        }
        if (call instanceof ActiveCall active) {
            active.monitor().dropped(field);
        }
    }

    /** What a transition writes into places that it cannot reach itself. */
    private final class Beside {
        private final Operation operation;
        private final CallScope call;
        private final Kept places;
        private final Map<DealField, String> written = new EnumMap<>(DealField.class);
        private Optional<DealValue> value = Optional.empty();

        Beside(Operation operation, CallScope call) {
            this.operation = operation;
            this.call = call;
            this.places = kept.places(Map.of(), Map.of(), call);
        }

        /** What is left for the transition itself: nothing if the field is kept elsewhere or dropped. */
        Optional<String> take(DealField field, Optional<String> text) {
            if (text.isEmpty()) {
                return text;
            }
            if (bridge.kept().containsKey(field)) {
                places.put(field, text.get());
                written.put(field, text.get());
                return Optional.empty();
            }
            if (isDropped(operation, field)) {
                reportDrop(field, call);
                return Optional.empty();
            }
            return text;
        }

        Optional<DealValue> takeFinalValue(Optional<DealValue> said) {
            if (said.isEmpty()) {
                return said;
            }
            Optional<DealValue> sent = said;
            Optional<String> fixed = bridge.fixedCurrency();
            if (fixed.isPresent() && said.get().currency().isPresent()) {
                NewDeal.Builder holder = NewDeal.builder();
                DealParts parts = DealParts.of(holder.value(said).build());
                checkCurrency(parts, "finalValue.currency", call);
                NewDeal.Builder empty = NewDeal.builder();
                sent = parts.newDeal(empty.build()).build().value();
            }
            KeptPlace place = bridge.kept().get(DealField.FINAL_VALUE);
            if (place == null) {
                if (isDropped(operation, DealField.FINAL_VALUE)) {
                    reportDrop(DealField.FINAL_VALUE, call);
                    return Optional.empty();
                }
                return sent;
            }
            written.put(DealField.FINAL_VALUE, "");
            if (place.kind() == KeptPlace.Kind.VALUE) {
                value = sent;
            } else {
                places.put(
                        DealField.FINAL_VALUE, FieldText.of(sent.orElseThrow().amount()));
            }
            return Optional.empty();
        }

        Set<DealField> fields() {
            return written.keySet();
        }

        /** The update that writes it. */
        DealUpdate update() {
            DealUpdate.Builder plain = DealUpdate.builder();
            DealUpdate update = plain.value(value).build();
            DealParts parts = DealParts.of(update);
            for (DealField field : EnumSet.of(DealField.VALUE, DealField.CURRENCY, DealField.VALUE_PERIOD)) {
                String text = parts.text(field);
                if (text != null && bridge.kept().containsKey(field)) {
                    places.put(field, text);
                    parts.set(field, null);
                }
            }
            return parts.update(update)
                    .customFields(places.customFields())
                    .extras(places.extras())
                    .build();
        }
    }

    /** The places of one request: what is written there, and how a refusal names it. */
    static final class Kept {
        private final Bridge bridge;
        private final CallScope call;
        private final Map<String, @Nullable Object> customFields;
        private final Map<String, @Nullable Object> extras;
        private final Map<DealField, KeptPlace> written = new EnumMap<>(DealField.class);

        Kept(
                Bridge bridge,
                Map<String, @Nullable Object> customFields,
                Map<String, @Nullable Object> extras,
                CallScope call) {
            this.bridge = bridge;
            this.call = call;
            this.customFields = new LinkedHashMap<>(customFields);
            this.extras = new LinkedHashMap<>(extras);
        }

        Map<String, @Nullable Object> customFields() {
            return customFields;
        }

        Map<String, @Nullable Object> extras() {
            return extras;
        }

        void put(DealField field, String text) {
            KeptPlace place = place(field);
            if (text.isEmpty()) {
                throw call.invalid(
                        field.key(),
                        "is empty, and an empty text cannot be distinguished from no value in "
                                + bridge.place(place).path() + ", where deals.keep." + FieldNames.of(field)
                                + " keeps it; leave it out, or clear it by an update");
            }
            write(place, text);
            written.put(field, place);
        }

        void clear(DealField field) {
            write(place(field), null);
        }

        private KeptPlace place(DealField field) {
            KeptPlace place = bridge.kept().get(field);
            if (place == null) {
                throw new IllegalStateException(field + " is not kept");
            }
            return place;
        }

        private void write(KeptPlace place, @Nullable String text) {
            Object unused =
                    (place.kind() == KeptPlace.Kind.CUSTOM_FIELD ? customFields : extras).put(place.key(), text);
        }

        /** Whether a deal that the vendor answered with shows what was written. */
        boolean isShownBy(Deal deal) {
            for (KeptPlace place : written.values()) {
                boolean custom = place.kind() == KeptPlace.Kind.CUSTOM_FIELD;
                if (!(custom ? deal.customFields() : deal.extras()).containsKey(place.key())) {
                    return false;
                }
            }
            return true;
        }

        /** Makes a call whose refusals before anything is sent name the field as the caller knows it. */
        <T> T refusing(CallScope scope, Supplier<T> request) {
            try {
                return request.get();
            } catch (InvalidRequestException refused) {
                if (refused.outcome() != Outcome.NOT_SENT) {
                    throw refused;
                }
                List<FieldError> errors =
                        refused.fieldErrors().stream().map(this::renamed).toList();
                if (errors.equals(refused.fieldErrors())) {
                    throw refused;
                }
                throw new InvalidRequestException("", errors, scope.call().build(), refused);
            }
        }

        private FieldError renamed(FieldError error) {
            for (Map.Entry<DealField, KeptPlace> place : written.entrySet()) {
                if (error.field().equals(place.getValue().path())) {
                    DealField field = place.getKey();
                    return new FieldError(
                            field.key(),
                            "is kept in " + bridge.place(place.getValue()).path() + " by deals.keep."
                                    + FieldNames.of(field) + ", which " + error.message());
                }
            }
            return error;
        }
    }
}
