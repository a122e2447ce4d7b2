package dev.dealsdk.backside;

import dev.dealsdk.spi.WireStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** Which version of a record an {@code as_of} read has brought [docs: temporal]. Immutable. */
@Value.Immutable
@WireStyle
public interface BacksideTemporal {

    /** {@return the moment asked for} */
    Optional<Instant> asOf();

    /** {@return the moment asked for on the axis of valid time} */
    Optional<Instant> validAt();

    /** {@return since when the system has known this version} */
    Optional<Instant> sysFrom();

    /** {@return until when the system has known this version; empty for the present one} */
    Optional<Instant> sysTo();

    /** {@return a UUID: who made this version} */
    Optional<String> capturedBy();

    /** {@return why this version was made, such as {@code user_edit}} */
    Optional<String> captureReason();

    /** {@return a new builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link BacksideTemporal}; not thread-safe. */
    final class Builder extends ImmutableBacksideTemporal.Builder {
        Builder() {}
    }
}
