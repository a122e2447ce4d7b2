package dev.dealsdk.portability;

/**
 * A line for the configuration of the other vendor.
 *
 * @param key such as {@code deals.keep.tags}; its end is {@code NAME} where the program's own word belongs there
 * @param value such as {@code custom:tags}; in capitals where it has to be filled in
 * @param ready whether it can be written as it is; false where somebody has to fill it in or to decide it
 */
public record SuggestedLine(String key, String value, boolean ready) {

    static SuggestedLine ready(String key, String value) {
        return new SuggestedLine(key, value, true);
    }

    static SuggestedLine toDecide(String key, String value) {
        return new SuggestedLine(key, value, false);
    }

    /** {@return the line as a properties file has it, such as {@code deals.keep.tags=custom:tags}} */
    @Override
    public String toString() {
        return inFile(key) + "="
                + value.replace("\\", "\\\\")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                        .replaceFirst("^ ", "\\\\ ");
    }

    /** A key as a properties file has it; names may hold blanks. */
    static String inFile(String key) {
        return key.replaceAll("[ :=\\\\]", "\\\\$0");
    }
}
