package dev.dealsdk;

import java.util.Objects;
import java.util.Optional;

/**
 * A stage as the caller knows it: by the vendor's id, or by a name that is looked up when the call is made.
 *
 * <p>A name is first an alias of the configuration ({@code deals.stages.NAME}), then the name of a stage of the account,
 * compared without regard to case. A name that no stage or more than one stage has is refused with the names that exist;
 * there is never a default stage.
 */
public final class StageRef implements JsonByModule {
    private final boolean id;
    private final String text;

    private StageRef(boolean id, String text) {
        this.id = id;
        this.text = text;
    }

    /**
     * {@return a stage by the vendor's id, used as it is}
     *
     * @param stageId as {@link Stage#id()} gives it
     * @throws IllegalArgumentException if the id is blank
     */
    public static StageRef id(String stageId) {
        return new StageRef(true, notBlank("stageId", stageId));
    }

    /**
     * {@return a stage by alias or name}
     *
     * @param aliasOrName an alias of {@code deals.stages.NAME}, in which case counts, or a name, in which it does not
     * @throws IllegalArgumentException if the name is blank
     */
    public static StageRef named(String aliasOrName) {
        return new StageRef(false, notBlank("aliasOrName", aliasOrName));
    }

    /** {@return the vendor's id; empty when this reference holds a name} */
    public Optional<String> stageId() {
        return id ? Optional.of(text) : Optional.empty();
    }

    /** {@return the alias or name; empty when this reference holds an id} */
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
