package dev.dealsdk;

import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The organization a deal is made with. Some vendors take an id, others a name. Immutable.
 *
 * @param id the vendor's id of the company; empty where the vendor keeps companies as plain text
 * @param name its name; empty when the vendor sends the id alone
 */
@Value.Builder
@SdkStyle
public record Company(Optional<String> id, Optional<String> name) implements JsonByModule {

    /**
     * {@return a company by its name alone}
     *
     * @param name as the vendor shall show it
     */
    public static Company named(String name) {
        return new Company(Optional.empty(), Optional.of(Objects.requireNonNull(name, "name")));
    }

    /** {@return a builder with nothing set; every part is optional} */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Company}; not thread-safe. */
    public static final class Builder extends CompanyBuilder {
        Builder() {}
    }
}
