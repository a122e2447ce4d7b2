package dev.dealsdk;

import org.immutables.value.Value;

/**
 * A record of a page that could not be read as what it should be, which costs itself alone; or something wrong with the page
 * as a whole, such as counters that contradict each other. Immutable.
 *
 * @param index the place of the record in the vendor's page, from 0; -1 for a problem of the page as a whole
 * @param message what is wrong with it, for people
 * @param rawJson the record as the vendor sent it: raw JSON text; empty for a problem of the page as a whole
 */
@Value.Builder
@SdkStyle
public record RecordProblem(int index, String message, String rawJson) implements JsonByModule {

    /**
     * {@return a problem of a page as a whole, which has no record}
     *
     * @param message what is wrong with it, for people
     */
    public static RecordProblem ofPage(String message) {
        return new RecordProblem(-1, message, "");
    }

    /** {@return whether it concerns the page as a whole, and no record} */
    public boolean isOfPage() {
        return index < 0;
    }

    /** {@return a builder with nothing set; every part is mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link RecordProblem}; not thread-safe. */
    public static final class Builder extends RecordProblemBuilder {
        Builder() {}
    }
}
