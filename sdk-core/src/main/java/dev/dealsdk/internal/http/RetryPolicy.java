package dev.dealsdk.internal.http;

import dev.dealsdk.internal.call.ActiveCall;
import dev.dealsdk.internal.circuit.Circuit;
import dev.dealsdk.internal.quota.Quota;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What bounds the retries of all calls on one transport.
 *
 * @param maxAttempts of one call, the first attempt counted
 * @param attemptTimeout from connecting to the last byte of the response
 * @param wholeTimeout what the configuration grants an attempt: a shorter one that runs out says little of the vendor
 * @param maxRetryDelay the longest wait between two attempts; when a vendor asks for more, the call fails at once
 * @param settleTime how long an uncertain transition is looked for before it is sent again; empty to never send it again
 * @param backoff between the attempts of one call
 * @param budget of all calls together
 * @param quota of the account
 * @param circuit of the account
 * @param probe a read for the sake of the circuit, where the provider offers one
 * @param clock for moments that vendors name
 * @param nanoTime for deadlines
 * @param sleeper waits between attempts
 */
record RetryPolicy(
        int maxAttempts,
        Duration attemptTimeout,
        Duration wholeTimeout,
        Duration maxRetryDelay,
        Optional<Duration> settleTime,
        Backoff backoff,
        RetryBudget budget,
        Quota quota,
        Circuit circuit,
        Supplier<Optional<Consumer<ActiveCall>>> probe,
        Clock clock,
        LongSupplier nanoTime,
        Sleeper sleeper) {}
