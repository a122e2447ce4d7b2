package dev.dealsdk;

import org.immutables.value.Value;

/**
 * A record of a page that could not be read as what it should be; it costs itself alone. Immutable.
 *
 * @param index the place of the record in the vendor's page, from 0
 * @param message what is wrong with it, for people
 * @param rawJson the record as the vendor sent it: raw JSON text
 */
@Value.Builder
@SdkStyle
public record RecordProblem(int index, String message, String rawJson) implements JsonByModule {

    /** {@return a builder with nothing set; every part is mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link RecordProblem}; not thread-safe. */
    public static final class Builder extends RecordProblemBuilder {
        Builder() {}
    }
}
