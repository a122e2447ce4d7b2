package dev.dealsdk;

import java.util.Objects;
import java.util.Optional;

/**
 * A reference to a stage, either by the vendor's id or by a name that is resolved when a call is made. Immutable.
 *
 * <p>A name is resolved first as an alias of the configuration ({@code deals.stages.NAME}), then as the name of a stage
 * of the account, ignoring case. A name that matches no stage, or more than one, is refused with a message that lists
 * the existing names. There is no default stage.
 */
public final class StageRef implements JsonByModule {
    private final boolean id;
    private final String text;

    private StageRef(boolean id, String text) {
        this.id = id;
        this.text = text;
    }

    /**
     * {@return a reference by the vendor's id, which is used unchanged}
     *
     * @param stageId the id, as {@link Stage#id()} returns it
     * @throws IllegalArgumentException if the id is blank
     */
    public static StageRef id(String stageId) {
        return new StageRef(true, notBlank("stageId", stageId));
    }

    /**
     * {@return a reference by alias or name}
     *
     * @param aliasOrName an alias of {@code deals.stages.NAME} (case-sensitive) or the name of a stage
     *     (case-insensitive)
     * @throws IllegalArgumentException if the name is blank
     */
    public static StageRef named(String aliasOrName) {
        return new StageRef(false, notBlank("aliasOrName", aliasOrName));
    }

    /** {@return the vendor's id; empty if this reference holds a name} */
    public Optional<String> stageId() {
        return id ? Optional.of(text) : Optional.empty();
    }

    /** {@return the alias or name; empty if this reference holds an id} */
    public Optional<String> aliasOrName() {
        return id ? Optional.empty() : Optional.of(text);
    }

    private static String notBlank(String parameter, String text) {
        Objects.requireNonNull(text, parameter);
        if (text.isBlank()) {
            throw new IllegalArgumentException(parameter + " is blank");
        }
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StageRef that && id == that.id && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, text);
    }

    @Override
    public String toString() {
        return (id ? "stage id " : "stage ") + text;
    }
}
