package dev.dealsdk;

import java.util.Optional;
import org.immutables.value.Value;

/** The organization a deal is made with. Some vendors take an id, others a name. */
@Value.Immutable
@SdkStyle
public interface Company {

    Optional<String> id();

    Optional<String> name();

    /** A company by its name alone. */
    static Company named(String name) {
        return builder().name(name).build();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Company}; not thread-safe. */
    final class Builder extends ImmutableCompany.Builder {
        Builder() {}
    }
}
