package dev.dealsdk;

import java.util.Optional;
import org.immutables.value.Value;

/**
 * A person a deal is made with. What can be set differs: some vendors take an id, others a name and an e-mail address.
 * Immutable.
 *
 * @param id the vendor's id of the contact; empty where the vendor keeps contacts as plain text
 * @param name the full name; empty when the vendor sends none
 * @param email the e-mail address, whose form is not checked here; empty when the vendor sends none
 */
@Value.Builder
@SdkStyle
public record Contact(Optional<String> id, Optional<String> name, Optional<String> email) implements JsonByModule {

    /** {@return a builder with nothing set; every part is optional} */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Contact}; not thread-safe. */
    public static final class Builder extends ContactBuilder {
        Builder() {}
    }
}
