package dev.dealsdk;

import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The organization of the customer. Some vendors accept an id, others a name. Immutable.
 *
 * @param id the vendor's id of the company; empty if the vendor keeps companies as plain text
 * @param name the name of the company; empty if the vendor sends only the id
 */
@Value.Builder
@SdkStyle
public record Company(Optional<String> id, Optional<String> name) implements JsonByModule {

    /**
     * {@return a company with a name and no id}
     *
     * @param name the name of the company
     */
    public static Company named(String name) {
        return new Company(Optional.empty(), Optional.of(Objects.requireNonNull(name, "name")));
    }

    /** {@return a builder in which nothing is set; every part is optional} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Company}; not thread-safe. */
    public static final class Builder extends CompanyBuilder {
        Builder() {}
    }
}
