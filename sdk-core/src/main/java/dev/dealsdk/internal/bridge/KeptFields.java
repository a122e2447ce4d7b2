package dev.dealsdk.internal.bridge;

import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.internal.value.FieldNames;
import dev.dealsdk.internal.value.KeptPlace;
import dev.dealsdk.spi.CallScope;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Fields that the vendor has no place for, on the way back: from where they are kept to where callers look. Thread-safe. */
final class KeptFields {
    private final Bridge bridge;
    private final Map<DealField, KeptPlace> kept;
    private final Set<DealField> unreadBefore = ConcurrentHashMap.newKeySet();

    KeptFields(Bridge bridge) {
        this.bridge = bridge;
        this.kept = bridge.kept();
    }

    /** Whether any is kept in a custom field. */
    boolean isInCustomFields() {
        return kept.values().stream().anyMatch(place -> place.kind() == KeptPlace.Kind.CUSTOM_FIELD);
    }

    /**
     * The places of a request that sets these.
     *
     * @throws dev.dealsdk.InvalidRequestException if it sets a place itself
     */
    BridgedClient.Kept places(
            Map<String, @Nullable Object> customFields, Map<String, @Nullable Object> extras, CallScope call) {
        kept.forEach((field, place) -> {
            boolean isSet = switch (place.kind()) {
                case CUSTOM_FIELD -> customFields.containsKey(place.key());
                case EXTRA -> extras.containsKey(place.key());
                case VALUE -> false;
            };
            if (isSet) {
                throw call.invalid(
                        bridge.place(place).path(),
                        "holds " + field.key() + " because of deals.keep." + FieldNames.of(field) + "; set "
                                + field.key() + " instead");
            }
        });
        return new BridgedClient.Kept(bridge, customFields, extras, call);
    }

    /** The deal with its kept fields where callers look for them, and no longer where they are kept. */
    Deal read(Deal deal) {
        boolean fixes = bridge.fixedCurrency().isPresent();
        if (!fixes
                && (kept.isEmpty()
                        || (deal.customFields().isEmpty() && deal.extras().isEmpty()))) {
            return deal;
        }
        DealParts parts = DealParts.of(deal);
        Map<String, @Nullable Object> customFields = new LinkedHashMap<>(deal.customFields());
        Map<String, @Nullable Object> extras = new LinkedHashMap<>(deal.extras());
        boolean changed = false;
        for (Map.Entry<DealField, KeptPlace> entry : kept.entrySet()) {
            KeptPlace place = entry.getValue();
            Map<String, @Nullable Object> values = place.kind() == KeptPlace.Kind.CUSTOM_FIELD ? customFields : extras;
            if (place.kind() != KeptPlace.Kind.VALUE
                    && values.containsKey(place.key())
                    && isTaken(entry.getKey(), values.get(place.key()), parts, extras)) {
                values.remove(place.key());
                changed = true;
            }
        }
        if (fixes && parts.has(DealField.VALUE) && !parts.has(DealField.CURRENCY)) {
            parts.set(DealField.CURRENCY, bridge.fixedCurrency().get());
            changed = true;
        }
        return changed
                ? parts.deal(deal).customFields(customFields).extras(extras).build()
                : deal;
    }

    /** Whether what is kept has its place in the deal now, so that it need not be shown twice. */
    private boolean isTaken(
            DealField field, @Nullable Object value, DealParts parts, Map<String, @Nullable Object> extras) {
        if (value == null || value.equals("")) {
            return true;
        }
        String text = FieldText.kept(value);
        if (text == null) {
            return unread(field);
        }
        if (field == DealField.NOTE || field == DealField.FINAL_VALUE) {
            // No deal has a place for them.
            return false;
        }
        String own = parts.text(field);
        try {
            parts.set(field, text);
            if (own != null && !own.equals(parts.text(field))) {
                // What the vendor shows there itself, such as the probability of a stage.
                extras.putIfAbsent(field.key(), own);
            }
            return true;
        } catch (IllegalArgumentException anotherPrograms) {
            return unread(field);
        }
    }

    private boolean unread(DealField field) {
        if (unreadBefore.add(field)) {
            LoggerFactory.getLogger(KeptFields.class)
                    .warn(
                            "{}: the value that deals.keep.{} finds in a deal does not have the format that the SDK writes; it stays where it is",
                            bridge.client(),
                            FieldNames.of(field));
        }
        return false;
    }
}
