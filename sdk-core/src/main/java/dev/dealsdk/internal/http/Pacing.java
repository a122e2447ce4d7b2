package dev.dealsdk.internal.http;

import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * How far calls are repeated, and when.
 *
 * @param limits of one call
 * @param backoff between the attempts of one call
 * @param budget of all calls together
 * @param quota of the account
 * @param clock for moments that vendors name
 * @param nanoTime for deadlines
 */
record Pacing(
        RetryLimits limits, Backoff backoff, RetryBudget budget, Quota quota, Clock clock, LongSupplier nanoTime) {}
