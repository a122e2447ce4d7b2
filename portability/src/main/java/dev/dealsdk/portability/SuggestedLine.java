package dev.dealsdk.portability;

/**
 * A suggested line for the configuration of the other vendor.
 *
 * @param key the key, such as {@code deals.keep.tags}; a trailing {@code NAME} stands for a name that the program uses
 * @param value the value, such as {@code custom:tags}; in capitals if it has to be filled in
 * @param ready true if the line can be used unchanged; false if it requires a value or a decision
 */
public record SuggestedLine(String key, String value, boolean ready) {

    static SuggestedLine ready(String key, String value) {
        return new SuggestedLine(key, value, true);
    }

    static SuggestedLine toDecide(String key, String value) {
        return new SuggestedLine(key, value, false);
    }

    /** {@return the line in the format of a properties file, such as {@code deals.keep.tags=custom:tags}} */
    @Override
    public String toString() {
        return inFile(key) + "="
                + value.replace("\\", "\\\\")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                        .replaceFirst("^ ", "\\\\ ");
    }

    /** Escapes a key for a properties file; names may contain spaces. */
    static String inFile(String key) {
        return key.replaceAll("[ :=\\\\]", "\\\\$0");
    }
}
