package dev.dealsdk;

/**
 * An effective value of a {@link DealsConfig}, suitable for printing.
 *
 * @param key the key, such as {@code deals.call-timeout}
 * @param value the value as it was written; {@code ****} for a secret
 * @param source where the value was set, such as {@code deals.properties line 3}, {@code environment DEALS_TOKEN} or
 *     {@code default}
 */
public record ConfigEntry(String key, String value, String source) {

    @Override
    public String toString() {
        return key + "=" + value + " (" + source + ")";
    }
}
