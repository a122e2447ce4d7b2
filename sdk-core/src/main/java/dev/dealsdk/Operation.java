package dev.dealsdk;

import java.util.Locale;

/** A call of {@link DealsClient} that a provider may or may not offer. */
public enum Operation {
    /** {@link DealsClient#create}. */
    CREATE,
    /** {@link DealsClient#get}. */
    GET,
    /** {@link DealsClient#update}. */
    UPDATE,
    /** {@link DealsClient#delete}. */
    DELETE,
    /** {@link DealsClient#move(String, Move)}. */
    MOVE,
    /** {@link DealsClient#win(String, Win)}. */
    WIN,
    /** {@link DealsClient#lose(String, Loss)}. */
    LOSE,
    /** {@link DealsClient#reopen(String, Reopen)}. */
    REOPEN,
    /** {@link DealsClient#list}. */
    LIST,
    /** {@link DealsClient#stages}; also needed to look up a {@linkplain StageRef#named stage by its name}. */
    LIST_STAGES;

    /** {@return the form used in configuration and messages: lower case with hyphens, such as {@code list-stages}} */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return whether the call changes something at the vendor} */
    public boolean isWrite() {
        return switch (this) {
            case GET, LIST, LIST_STAGES -> false;
            case CREATE, UPDATE, DELETE, MOVE, WIN, LOSE, REOPEN -> true;
        };
    }
}
