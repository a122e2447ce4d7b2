package dev.dealsdk.internal.http;

import dev.dealsdk.internal.quota.Quota;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What bounds the retries of all calls on one transport.
 *
 * @param maxAttempts of one call, the first attempt counted
 * @param attemptTimeout from connecting to the last byte of the response
 * @param maxRetryDelay the longest wait between two attempts; when a vendor asks for more, the call fails at once
 * @param settleTime how long an uncertain transition is looked for before it is sent again; empty to never send it again
 * @param backoff between the attempts of one call
 * @param budget of all calls together
 * @param quota of the account
 * @param clock for moments that vendors name
 * @param nanoTime for deadlines
 * @param sleeper waits between attempts
 */
record RetryPolicy(
        int maxAttempts,
        Duration attemptTimeout,
        Duration maxRetryDelay,
        Optional<Duration> settleTime,
        Backoff backoff,
        RetryBudget budget,
        Quota quota,
        Clock clock,
        LongSupplier nanoTime,
        Sleeper sleeper) {}
