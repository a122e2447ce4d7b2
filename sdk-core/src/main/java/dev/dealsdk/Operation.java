package dev.dealsdk;

import java.util.Locale;

/** An operation of {@link DealsClient}, which a provider may or may not offer. */
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
    /** {@link DealsClient#stages}. Also needed to resolve a {@linkplain StageRef#named stage by its name}. */
    LIST_STAGES;

    /**
     * {@return the name of the operation in configuration and messages: lower case with hyphens, such as {@code
     * list-stages}}
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return true if the operation changes data at the vendor} */
    public boolean isWrite() {
        return switch (this) {
            case GET, LIST, LIST_STAGES -> false;
            case CREATE, UPDATE, DELETE, MOVE, WIN, LOSE, REOPEN -> true;
        };
    }
}
