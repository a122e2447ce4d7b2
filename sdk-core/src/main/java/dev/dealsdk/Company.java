package dev.dealsdk;

import java.util.Optional;
import org.immutables.value.Value;

/** The organization a deal is made with. Some vendors take an id, others a name. */
@Value.Immutable
@SdkStyle
public interface Company {

    /** {@return the vendor's id of the company; empty where the vendor keeps companies as plain text} */
    Optional<String> id();

    /** {@return its name; empty when the vendor sends the id alone} */
    Optional<String> name();

    /**
     * {@return a company by its name alone}
     *
     * @param name as the vendor shall show it
     */
    static Company named(String name) {
        return builder().name(name).build();
    }

    /** {@return a builder with nothing set; every part is optional} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Company}; not thread-safe. */
    final class Builder extends ImmutableCompany.Builder {
        Builder() {}
    }
}
