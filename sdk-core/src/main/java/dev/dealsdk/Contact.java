package dev.dealsdk;

import java.util.Optional;
import org.immutables.value.Value;

/**
 * The person at the customer. Some vendors accept an id, others a name and an e-mail address. Immutable.
 *
 * @param id the vendor's id of the contact; empty if the vendor keeps contacts as plain text
 * @param name the full name; empty if the vendor sends none
 * @param email the e-mail address, whose format the SDK does not check; empty if the vendor sends none
 */
@Value.Builder
@SdkStyle
public record Contact(Optional<String> id, Optional<String> name, Optional<String> email) implements JsonByModule {

    /** {@return a builder in which nothing is set; every part is optional} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Contact}; not thread-safe. */
    public static final class Builder extends ContactBuilder {
        Builder() {}
    }
}
