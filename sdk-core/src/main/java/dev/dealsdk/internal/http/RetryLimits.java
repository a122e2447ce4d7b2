package dev.dealsdk.internal.http;

import java.time.Duration;

/**
 * How far the repetition of one call goes.
 *
 * @param maxAttempts the first attempt counted
 * @param attemptTimeout from connecting to the last byte of the answer
 * @param maxRetryDelay the longest wait between two attempts; when a vendor asks for more, the call fails at once
 */
record RetryLimits(int maxAttempts, Duration attemptTimeout, Duration maxRetryDelay) {}
