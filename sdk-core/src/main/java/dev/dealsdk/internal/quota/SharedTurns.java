package dev.dealsdk.internal.quota;

import dev.dealsdk.spi.SharedQuota;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An account's turns in a store that several processes share, as long as the store can be reached. While it cannot, one call
 * tries again now and then, and no call waits for it or fails. Thread-safe.
 */
final class SharedTurns {
    private static final Logger LOG = LoggerFactory.getLogger("dev.dealsdk.quota");
    private static final long RETRY = Duration.ofSeconds(1).toNanos();
    /** A store that lets one wait is asked the more seldom: its question takes a sixth of the time at most. */
    private static final int REST = 5;

    private final SharedQuota quota;
    private final String name;
    private final String share;
    private final long longest;
    private final LongSupplier nanoTime;
    private int clients;
    private boolean away;
    private boolean isAsking;
    private long retryAt;
    private long localUntil;
    private long lastTurn;

    private interface Question<T> {
        T ask(SharedQuota quota) throws IOException;
    }

    /**
     * Turns in a store that has not been reached yet.
     *
     * @param quota connects when it is asked
     * @param name of the store, for the log; without a password
     * @param share what this process takes of the quota without it, for the log
     * @param longest the longest window
     * @param nanoTime the clock, as {@link System#nanoTime}
     */
    SharedTurns(SharedQuota quota, String name, String share, Duration longest, LongSupplier nanoTime) {
        this.quota = quota;
        this.name = name;
        this.share = share;
        this.longest = longest.toNanos();
        this.nanoTime = nanoTime;
        this.localUntil = nanoTime.getAsLong();
        this.lastTurn = localUntil;
    }

    /** Takes the next turn: how long until it comes; empty while the store cannot be reached. */
    Optional<Duration> take() {
        Optional<Duration> wait = ask(SharedQuota::take);
        wait.ifPresent(this::took);
        return wait;
    }

    private synchronized void took(Duration wait) {
        lastTurn = nanoTime.getAsLong() + wait.toNanos();
    }

    /** How long one who came now would wait, as far as this process knows. */
    synchronized Duration waitNow() {
        return Duration.ofNanos(Math.max(0, lastTurn - nanoTime.getAsLong()));
    }

    void giveBack() {
        Optional<Boolean> unused = ask(store -> {
            store.giveBack();
            return Boolean.TRUE;
        });
    }

    void pause(Duration time) {
        Optional<Boolean> unused = ask(store -> {
            store.pause(time);
            return Boolean.TRUE;
        });
    }

    Duration paused() {
        return ask(SharedQuota::paused).orElse(Duration.ZERO);
    }

    /**
     * Whether this process keeps to its own share: while the store cannot be reached, and for the longest window afterwards,
     * since the store knows nothing of the requests that were sent without it.
     */
    synchronized boolean localHolds() {
        return away || nanoTime.getAsLong() - localUntil < 0;
    }

    /** One client more uses it. */
    synchronized void join() {
        clients++;
    }

    /** One client less uses it; without any there is no connection, and nothing is asked. */
    synchronized void leave() {
        clients--;
        if (clients == 0) {
            quota.disconnect();
        }
    }

    private <T> Optional<T> ask(Question<T> question) {
        if (!mayAsk()) {
            return Optional.empty();
        }
        long begin = nanoTime.getAsLong();
        try {
            T result = question.ask(quota);
            reached();
            return Optional.of(result);
        } catch (InterruptedIOException interrupted) {
            askedForNothing();
            return Optional.empty();
        } catch (IOException failed) {
            failed(failed, begin);
            return Optional.empty();
        }
    }

    /** While the store cannot be reached, one caller alone asks again each time. */
    private synchronized boolean mayAsk() {
        if (clients == 0) {
            return false;
        }
        if (!away) {
            return true;
        }
        if (isAsking || nanoTime.getAsLong() - retryAt < 0) {
            return false;
        }
        isAsking = true;
        return true;
    }

    private synchronized void askedForNothing() {
        isAsking = false;
    }

    private void reached() {
        synchronized (this) {
            if (!away) {
                return;
            }
            away = false;
            isAsking = false;
            localUntil = nanoTime.getAsLong() + longest;
        }
        LOG.info("The quota store {} can be reached again: all processes share the account's quota", name);
    }

    private void failed(IOException failure, long begin) {
        synchronized (this) {
            long now = nanoTime.getAsLong();
            retryAt = now + Math.max(RETRY, REST * (now - begin));
            isAsking = false;
            if (away || clients == 0) {
                return;
            }
            away = true;
        }
        LOG.warn(
                "The quota store {} cannot be reached ({}): until it can, this process keeps to {} of the account's quota,"
                        + " see deals.quota-share",
                name,
                failure.getMessage(),
                share);
    }
}
