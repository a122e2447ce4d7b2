package dev.dealsdk;

import java.util.Locale;

/** A call of {@link DealsClient} that a provider may or may not offer. */
public enum Operation {
    CREATE,
    GET,
    UPDATE,
    DELETE,
    MOVE,
    WIN,
    LOSE,
    REOPEN,
    LIST,
    LIST_STAGES;

    /** The form used in configuration and messages: lower case with hyphens, such as {@code list-stages}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the call changes something at the vendor. */
    public boolean isWrite() {
        return switch (this) {
            case GET, LIST, LIST_STAGES -> false;
            case CREATE, UPDATE, DELETE, MOVE, WIN, LOSE, REOPEN -> true;
        };
    }
}
