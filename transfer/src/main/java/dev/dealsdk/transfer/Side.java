package dev.dealsdk.transfer;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.DealsException;
import dev.dealsdk.Operation;
import dev.dealsdk.Outcome;
import dev.dealsdk.Page;
import dev.dealsdk.RateLimitedException;
import dev.dealsdk.VendorUnavailableException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One of the two accounts. Its calls wait until an unavailable vendor responds again. Thread-safe. */
final class Side implements AutoCloseable {
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private static final int ATTEMPTS_ALONE = 5;

    private final String name;
    private final DealsConfig config;
    private final DealsClient client;
    private final TransferOptions options;
    private final TransferListener listener;
    private final StopSignal stop;
    private final AtomicLong responses = new AtomicLong();
    private volatile long lastResponse;
    /** Whether the last write had no response, and nothing was heard of the vendor since. */
    private volatile boolean silent;

    private final Object probing = new Object();
    private volatile @Nullable DealsException gaveUp;

    Side(String name, DealsConfig config, TransferOptions options, TransferListener listener, StopSignal stop) {
        this.stop = stop;
        this.lastResponse = stop.nanoTime();
        this.name = name;
        this.config = alone(config);
        this.options = options;
        this.listener = listener;
        this.client = DealsClient.connect(this.config);
    }

    /** Without the keys that are meant for programs: a transfer uses the ids of each account, and compares both itself. */
    private static DealsConfig alone(DealsConfig config) {
        return config.toBuilder()
                .unset("deals.crosswalk")
                .unset("deals.shadow")
                .unset("deals.shadow.sample")
                .unset("deals.shadow.share")
                .unset("deals.shadow.ignore")
                .unset("deals.usage-file")
                .build();
    }

    String name() {
        return name;
    }

    StopSignal stop() {
        return stop;
    }

    DealsConfig config() {
        return config;
    }

    DealsClient client() {
        return client;
    }

    /**
     * Reads a deal; waits through outages.
     *
     * @throws DealsException as of {@link #read}
     */
    Deal get(String id) {
        return read(() -> client.get(id));
    }

    /**
     * Sends a read; retries it while the vendor is unavailable, for at most {@link TransferOptions#outage}. A call that keeps failing
     * while others succeed is given up.
     *
     * @throws DealsException if the call fails for another reason, for too long, or while others succeed
     */
    <T> T read(Supplier<T> call) {
        return patiently(call, unused -> true);
    }

    /**
     * Sends a write, and waits like {@link #read}. A write that may have been applied is never sent again. Later writes then wait until
     * the vendor responds to a read, so that an outage leaves few writes without a result.
     *
     * @throws DealsException if the call fails for another reason, for too long, or while others succeed
     */
    <T> T write(Supplier<T> call) {
        awaitResponse();
        try {
            return patiently(call, busy -> busy.outcome() != Outcome.UNKNOWN && busy.outcome() != Outcome.APPLIED);
        } catch (VendorUnavailableException unavailable) {
            silent = true;
            throw unavailable;
        }
    }

    /**
     * If the last write had no response, waits until the vendor responds to a read.
     *
     * @throws DealsException if the vendor does not respond within {@link TransferOptions#outage}; later calls then fail at once
     */
    void awaitResponse() {
        if (silent && client.capabilities().supports(Operation.LIST)) {
            Crew.aside(() -> {
                synchronized (probing) {
                    if (silent) {
                        probe();
                    }
                }
            });
        }
    }

    private void probe() {
        DealsException before = gaveUp;
        if (before != null) {
            throw before;
        }
        DealQuery one = DealQuery.builder()
                .pageSize(client.capabilities().maxPageSize().map(most -> 1))
                .build();
        try {
            Page<Deal> unused = read(() -> client.list(one).pages().iterator().next());
            silent = false;
        } catch (VendorUnavailableException | RateLimitedException away) {
            gaveUp = away;
            throw away;
        }
    }

    private <T> T patiently(Supplier<T> call, Predicate<DealsException> mayRepeat) {
        long giveUpAt = stop.nanoTime() + options.outage().toNanos();
        Duration wait = shorter(FIRST_WAIT, config.maxRetryDelay());
        long responsesBefore = 0;
        for (int attempt = 1; true; attempt++) {
            try {
                T result = call.get();
                responded();
                if (attempt > 1) {
                    listener.resumed(name);
                }
                return result;
            } catch (VendorUnavailableException | RateLimitedException busy) {
                // Calls in progress when the outage began have ended by the second attempt.
                responsesBefore = attempt <= 2 ? responses.get() : responsesBefore;
                boolean isAlone = busy instanceof VendorUnavailableException
                        && attempt >= ATTEMPTS_ALONE
                        && responses.get() > responsesBefore;
                if (!mayRepeat.test(busy) || isAlone || stop.isStopped() || stop.nanoTime() - giveUpAt >= 0) {
                    throw busy;
                }
                Duration asked = busy instanceof RateLimitedException limited
                        ? limited.retryAfter().orElse(wait)
                        : wait;
                Duration pause = jittered(shorter(asked, LONGEST_WAIT.multipliedBy(10)));
                listener.waiting(name, String.valueOf(busy.getMessage()), pause);
                Crew.aside(() -> {
                    boolean unused = stop.sleep(pause);
                });
                if (stop.isStopped()) {
                    throw busy;
                }
                wait = shorter(wait.multipliedBy(2), LONGEST_WAIT);
            } catch (DealsException refused) {
                responded();
                throw refused;
            }
        }
    }

    private void responded() {
        responses.incrementAndGet();
        lastResponse = stop.nanoTime();
    }

    /** Whether the vendor has not responded for {@link TransferOptions#outage}. */
    boolean isAway() {
        return gaveUp != null
                || stop.nanoTime() - lastResponse >= options.outage().toNanos();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Slightly longer, so that threads do not all return at once. */
    private static Duration jittered(Duration wait) {
        return wait.plusMillis(ThreadLocalRandom.current().nextLong(1 + wait.toMillis() / 10));
    }

    @Override
    public void close() {
        client.close();
    }
}
