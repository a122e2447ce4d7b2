package dev.dealsdk;

import java.util.Optional;
import org.immutables.value.Value;

/** A person a deal is made with. What can be set differs: some vendors take an id, others a name and an e-mail address. */
@Value.Immutable
@SdkStyle
public interface Contact {

    Optional<String> id();

    Optional<String> name();

    Optional<String> email();

    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Contact}; not thread-safe. */
    final class Builder extends ImmutableContact.Builder {
        Builder() {}
    }
}
