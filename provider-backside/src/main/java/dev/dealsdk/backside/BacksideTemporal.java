package dev.dealsdk.backside;

import java.time.Instant;
import java.util.Optional;

/**
 * The version of a record that an {@code as_of} read returned [docs: temporal]. Immutable.
 *
 * @param asOf the requested time
 * @param validAt the requested time on the axis of valid time
 * @param sysFrom the time since which the system has recorded this version
 * @param sysTo the time until which the system recorded this version; empty for the current version
 * @param capturedBy a UUID: the author of this version
 * @param captureReason the reason for this version, such as {@code user_edit}
 */
public record BacksideTemporal(
        Optional<Instant> asOf,
        Optional<Instant> validAt,
        Optional<Instant> sysFrom,
        Optional<Instant> sysTo,
        Optional<String> capturedBy,
        Optional<String> captureReason) {}
