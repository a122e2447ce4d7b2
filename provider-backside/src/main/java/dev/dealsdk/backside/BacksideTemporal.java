package dev.dealsdk.backside;

import java.time.Instant;
import java.util.Optional;

/**
 * Which version of a record an {@code as_of} read has brought [docs: temporal]. Immutable.
 *
 * @param asOf the moment asked for
 * @param validAt the moment asked for on the axis of valid time
 * @param sysFrom since when the system has known this version
 * @param sysTo until when the system has known this version; empty for the present one
 * @param capturedBy a UUID: who made this version
 * @param captureReason why this version was made, such as {@code user_edit}
 */
public record BacksideTemporal(
        Optional<Instant> asOf,
        Optional<Instant> validAt,
        Optional<Instant> sysFrom,
        Optional<Instant> sysTo,
        Optional<String> capturedBy,
        Optional<String> captureReason) {}
