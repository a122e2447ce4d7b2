package dev.dealsdk.event;

import java.time.Duration;

/**
 * That a request will be sent again.
 *
 * @param attempt the number of the attempt to come; 2 after the first one
 * @param reason the HTTP status of the last answer, such as {@code 503}, or one word when none came, such as {@code timeout}
 * @param delay before it
 */
public record CallRetry(int attempt, String reason, Duration delay) {}
