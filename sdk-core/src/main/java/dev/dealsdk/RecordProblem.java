package dev.dealsdk;

import org.immutables.value.Value;

/**
 * A problem with a page of a listing: one record that could not be read, while the other records of the page are
 * delivered, or a problem of the page as a whole, such as contradictory counters. Immutable.
 *
 * @param index the position of the record in the vendor's page, from 0; -1 for a problem of the page as a whole
 * @param message what is wrong, in words
 * @param rawJson the record as raw JSON text, as the vendor sent it; empty for a problem of the page as a whole
 */
@Value.Builder
@SdkStyle
public record RecordProblem(int index, String message, String rawJson) implements JsonByModule {

    /**
     * {@return a problem of a page as a whole, without a record}
     *
     * @param message what is wrong, in words
     */
    public static RecordProblem ofPage(String message) {
        return new RecordProblem(-1, message, "");
    }

    /** {@return true if the problem concerns the page as a whole} */
    public boolean isOfPage() {
        return index < 0;
    }

    /** {@return a builder in which nothing is set; every part is mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link RecordProblem}; not thread-safe. */
    public static final class Builder extends RecordProblemBuilder {
        Builder() {}
    }
}
