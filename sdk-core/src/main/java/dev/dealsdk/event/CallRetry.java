package dev.dealsdk.event;

import java.time.Duration;

/**
 * A retry of a request.
 *
 * @param attempt the number of the attempt that follows; 2 for the first retry
 * @param reason the HTTP status of the last response, such as {@code 503}; or one word if no response arrived, such as
 *     {@code timeout}
 * @param delay the wait before the attempt
 */
public record CallRetry(int attempt, String reason, Duration delay) {}
