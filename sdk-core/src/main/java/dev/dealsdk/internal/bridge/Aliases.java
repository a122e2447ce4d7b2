package dev.dealsdk.internal.bridge;

import dev.dealsdk.internal.value.Suggestions;
import dev.dealsdk.spi.CallScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The program's own words for reasons or people, and the vendor's. Immutable. */
final class Aliases {
    private final String key;
    private final Map<String, String> vendorByAlias;
    private final Map<String, String> aliasByVendor = new HashMap<>();
    private final Predicate<String> isVendors;

    /**
     * @param key of the configuration, for messages
     * @param isVendors whether a word that is no alias can be the vendor's own
     */
    Aliases(String key, Map<String, String> vendorByAlias, Predicate<String> isVendors) {
        this.key = key;
        this.vendorByAlias = vendorByAlias;
        this.isVendors = isVendors;
        vendorByAlias.forEach((alias, vendor) -> aliasByVendor.putIfAbsent(vendor, alias));
    }

    boolean isEmpty() {
        return vendorByAlias.isEmpty();
    }

    /**
     * The vendor's word.
     *
     * @param field as a caller wrote it, for messages
     * @throws dev.dealsdk.InvalidRequestException if it is neither an alias nor the vendor's
     */
    String toVendor(String word, String field, CallScope call) {
        String vendor = vendorByAlias.get(word);
        if (vendor != null) {
            return vendor;
        }
        if (isEmpty() || aliasByVendor.containsKey(word) || isVendors.test(word)) {
            return word;
        }
        List<String> names = Suggestions.nearestFirst(word, List.copyOf(vendorByAlias.keySet()));
        throw call.invalid(field, "\"" + word + "\" is not known; " + key + ".NAME has " + String.join(", ", names));
    }

    /** The program's word, or the vendor's own if there is none. */
    String toCaller(String word) {
        return aliasByVendor.getOrDefault(word, word);
    }
}
