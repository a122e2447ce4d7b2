package dev.dealsdk.spi;

import java.util.Optional;

/**
 * Checks fields without which a record is not usable. A deal without an id, for example, becomes a problem of its page.
 */
public final class RequiredField {
    private RequiredField() {}

    /**
     * {@return the id of a record}
     *
     * @param record the name of the kind of record in messages, such as {@code deal}
     * @param id the id as it was read
     * @throws UndecodableException if the id is missing or blank
     */
    public static String id(String record, Optional<String> id) {
        return text(record, "id", id);
    }

    /**
     * {@return the text of a field}
     *
     * @param record the name of the kind of record in messages, such as {@code contact}
     * @param name the name of the field
     * @param text the text as it was read
     * @throws UndecodableException if the text is missing or blank
     */
    public static String text(String record, String name, Optional<String> text) {
        if (text.isEmpty() || text.get().isBlank()) {
            throw new UndecodableException("the " + record + " has no " + name);
        }
        return text.get();
    }
}
