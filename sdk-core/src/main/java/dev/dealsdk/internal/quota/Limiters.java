package dev.dealsdk.internal.quota;

import dev.dealsdk.internal.config.RateWindow;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The limiters of this process, one for each account: clients of the same account spend the same quota, also one after the
 * other. Thread-safe.
 */
final class Limiters {
    private static final int MANY_ACCOUNTS = 1_000;
    private static final Limiters OF_THE_PROCESS = new Limiters();

    private final Map<Account, Shared> limiters = new HashMap<>();

    /** The vendor's host, who calls, and how much they may. */
    private record Account(String origin, String credential, List<RateWindow> windows) {
        @Override
        public String toString() {
            return origin; // not the credential
        }
    }

    /** A limiter with the number of open clients that use it. */
    private static final class Shared {
        final RateLimiter limiter;
        int clients;

        Shared(RateLimiter limiter) {
            this.limiter = limiter;
        }
    }

    /** {@return those that all clients share} */
    static Limiters ofTheProcess() {
        return OF_THE_PROCESS;
    }

    /**
     * The limiter of an account, for one more client; {@link #release} must follow.
     *
     * @param origin where the vendor is reached
     * @param credentials each of them alone tells the account apart there
     * @param windows at least one, in any order
     * @return the same for the same account
     */
    synchronized RateLimiter acquire(String origin, List<String> credentials, List<RateWindow> windows) {
        List<RateWindow> inOrder = windows.stream()
                .distinct()
                .sorted(Comparator.comparing(RateWindow::length).thenComparing(RateWindow::calls))
                .toList();
        List<Account> names = credentials.stream()
                .map(credential -> new Account(origin, credential, inOrder))
                .toList();
        if (limiters.size() > MANY_ACCOUNTS) {
            // Not by age: an account whose permits are taken would begin anew.
            limiters.values().removeIf(shared -> shared.clients == 0 && shared.limiter.isIdle());
        }
        Shared shared = names.stream()
                .filter(limiters::containsKey)
                .map(limiters::get)
                .findFirst()
                .orElseGet(() -> new Shared(new RateLimiter(inOrder, System::nanoTime)));
        names.forEach(name -> limiters.put(name, shared));
        shared.clients++;
        return shared.limiter;
    }

    /** One client less uses a limiter. */
    synchronized void release(RateLimiter limiter) {
        limiters.values().stream()
                .filter(shared -> shared.limiter == limiter)
                .findFirst()
                .ifPresent(shared -> shared.clients--);
    }
}
