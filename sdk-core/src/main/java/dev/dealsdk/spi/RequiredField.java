package dev.dealsdk.spi;

import java.util.Optional;

/** A field without which a record cannot be used: a deal without an id, say, is a problem of its page, not a deal. */
public final class RequiredField {
    private RequiredField() {}

    /**
     * {@return the id of a record}
     *
     * @param record what the record is called in messages, such as {@code deal}
     * @param id as it was read
     * @throws UndecodableException if it is missing or blank
     */
    public static String id(String record, Optional<String> id) {
        return text(record, "id", id);
    }

    /**
     * {@return the text of a field}
     *
     * @param record what the record is called in messages, such as {@code contact}
     * @param name of the field
     * @param text as it was read
     * @throws UndecodableException if it is missing or blank
     */
    public static String text(String record, String name, Optional<String> text) {
        if (text.isEmpty() || text.get().isBlank()) {
            throw new UndecodableException("the " + record + " has no " + name);
        }
        return text.get();
    }
}
