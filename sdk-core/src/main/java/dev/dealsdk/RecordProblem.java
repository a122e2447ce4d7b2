package dev.dealsdk;

import org.immutables.value.Value;

/** A record of a page that could not be read as what it should be; it costs itself alone. */
@Value.Immutable
@SdkStyle
public interface RecordProblem {

    /** {@return the place of the record in the vendor's page, from 0} */
    int index();

    /** {@return what is wrong with it, for people} */
    String message();

    /** {@return the record as the vendor sent it: raw JSON text} */
    String rawJson();

    /** {@return a builder with nothing set; every part is mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link RecordProblem}; not thread-safe. */
    final class Builder extends ImmutableRecordProblem.Builder {
        Builder() {}
    }
}
