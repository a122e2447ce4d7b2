package dev.dealsdk.internal.account;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What the clients of one account share in this process: also one client after the other, or only while any is open.
 * Thread-safe.
 *
 * @param <T> what they share
 */
public final class PerAccount<T> {
    private static final int MANY_ACCOUNTS = 1_000;

    private final Map<Key, Shared<T>> all = new HashMap<>();
    private final Predicate<T> isIdle;
    private final boolean keepsUnused;

    private record Key(Account account, Object settings) {}

    /** One thing with the number of open clients that use it. */
    private static final class Shared<T> {
        final T value;
        int clients;

        Shared(T value) {
            this.value = value;
        }
    }

    /** @param isIdle whether nothing that happened before matters any more, so that a new one does as well */
    public PerAccount(Predicate<T> isIdle) {
        this(isIdle, true);
    }

    private PerAccount(Predicate<T> isIdle, boolean keepsUnused) {
        this.isIdle = isIdle;
        this.keepsUnused = keepsUnused;
    }

    /** What is let go with the last client that uses it. */
    public static <T> PerAccount<T> ofOpenClients() {
        return new PerAccount<>(unused -> true, false);
    }

    /**
     * The one of an account, for one more client; {@link #release} must follow.
     *
     * @param settings clients whose settings differ share nothing
     * @param make called if there is none yet
     */
    public synchronized T acquire(Account account, Object settings, Supplier<T> make) {
        if (all.size() > MANY_ACCOUNTS) {
            // Not by age: an account whose permits are taken would begin anew.
            all.values().removeIf(shared -> shared.clients == 0 && isIdle.test(shared.value));
        }
        Shared<T> shared = all.computeIfAbsent(new Key(account, settings), key -> new Shared<>(make.get()));
        shared.clients++;
        return shared.value;
    }

    /**
     * One client less uses it.
     *
     * @return whether no client uses it any more
     */
    public synchronized boolean release(T value) {
        for (Iterator<Shared<T>> each = all.values().iterator(); each.hasNext(); ) {
            Shared<T> shared = each.next();
            if (shared.value == value) {
                shared.clients--;
                if (shared.clients == 0 && !keepsUnused) {
                    each.remove();
                }
                return shared.clients == 0;
            }
        }
        return false;
    }
}
