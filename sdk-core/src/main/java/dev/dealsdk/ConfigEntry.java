package dev.dealsdk;

/**
 * One effective value of a {@link DealsConfig}, fit for printing.
 *
 * @param key such as {@code deals.call-timeout}
 * @param value as written; {@code ****} in place of a secret
 * @param source such as {@code deals.properties line 3}, {@code environment DEALS_TOKEN}, or {@code default}
 */
public record ConfigEntry(String key, String value, String source) {

    @Override
    public String toString() {
        return key + "=" + value + " (" + source + ")";
    }
}
