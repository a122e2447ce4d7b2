package dev.dealsdk.internal.client;

import dev.dealsdk.Deal;
import dev.dealsdk.spi.CallScope;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Custom fields under the program's own names: aliases on this side, the vendor's keys on the other. */
final class FieldAliases {
    private final Map<String, String> keyByAlias;
    private final Map<String, String> aliasByKey;

    FieldAliases(Map<String, String> keyByAlias) {
        this.keyByAlias = Map.copyOf(keyByAlias);
        Map<String, String> inverse = new HashMap<>();
        for (Map.Entry<String, String> alias : keyByAlias.entrySet()) {
            inverse.putIfAbsent(alias.getValue(), alias.getKey());
        }
        this.aliasByKey = Map.copyOf(inverse);
    }

    /** Whether there are none, so that nothing is to be translated. */
    boolean isEmpty() {
        return keyByAlias.isEmpty();
    }

    /** The vendor's key of a field that is named by its alias or by its key. */
    String keyOf(String aliasOrKey) {
        return keyByAlias.getOrDefault(aliasOrKey, aliasOrKey);
    }

    /** The name under which callers meet a field that is named by its alias or by its key. */
    String aliasOf(String aliasOrKey) {
        String key = keyOf(aliasOrKey);
        return aliasByKey.getOrDefault(key, key);
    }

    /**
     * The fields under the vendor's keys.
     *
     * @throws dev.dealsdk.InvalidRequestException if a field is set under its alias and under its key
     */
    Map<String, @Nullable Object> toVendor(Map<String, @Nullable Object> fields, CallScope scope) {
        if (keyByAlias.isEmpty()) {
            return fields;
        }
        Map<String, @Nullable Object> byKey = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            String key = keyByAlias.getOrDefault(name, name);
            if (byKey.containsKey(key)) {
                throw scope.invalid(
                        "customFields." + name, "is set twice: by its alias and by the vendor's key " + key);
            }
            byKey.put(key, value);
        });
        return byKey;
    }

    /** The deal with its custom fields under their aliases; a field whose key is such an alias moves to the extras. */
    Deal toCaller(Deal deal) {
        if (aliasByKey.isEmpty() || deal.customFields().isEmpty()) {
            return deal;
        }
        Map<String, @Nullable Object> byAlias = new LinkedHashMap<>();
        Map<String, @Nullable Object> extras = new LinkedHashMap<>(deal.extras());
        deal.customFields().forEach((key, value) -> {
            String alias = aliasByKey.getOrDefault(key, key);
            if (alias.equals(key) && isTaken(key, deal)) {
                extras.putIfAbsent(key, value);
            } else {
                byAlias.put(alias, value);
            }
        });
        return Deal.builder().from(deal).customFields(byAlias).extras(extras).build();
    }

    /** Whether another field of the deal is shown under this name. */
    private boolean isTaken(String name, Deal deal) {
        String key = keyByAlias.get(name);
        return key != null && !key.equals(name) && deal.customFields().containsKey(key);
    }
}
