package dev.dealsdk;

import java.util.Optional;
import org.immutables.value.Value;

/** A person a deal is made with. What can be set differs: some vendors take an id, others a name and an e-mail address. */
@Value.Immutable
@SdkStyle
public interface Contact {

    /** {@return the vendor's id of the contact; empty where the vendor keeps contacts as plain text} */
    Optional<String> id();

    /** {@return the full name; empty when the vendor sends none} */
    Optional<String> name();

    /** {@return the e-mail address, whose form is not checked here; empty when the vendor sends none} */
    Optional<String> email();

    /** {@return a builder with nothing set; every part is optional} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Contact}; not thread-safe. */
    final class Builder extends ImmutableContact.Builder {
        Builder() {}
    }
}
