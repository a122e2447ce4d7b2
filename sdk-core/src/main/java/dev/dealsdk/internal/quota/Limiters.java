package dev.dealsdk.internal.quota;

import dev.dealsdk.internal.config.RateWindow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The limiters of this process, one for each account: clients of the same account spend the same quota, also one after the
 * other. Thread-safe.
 */
public final class Limiters {
    private static final int MOST_ACCOUNTS = 1_000;
    private static final Limiters OF_THE_PROCESS = new Limiters();

    private final Map<Account, RateLimiter> limiters = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Account, RateLimiter> eldest) {
            return size() > MOST_ACCOUNTS;
        }
    };

    /** The vendor's host, who calls, and how much they may. */
    private record Account(String origin, String credential, List<RateWindow> windows) {
        @Override
        public String toString() {
            return origin; // not the credential
        }
    }

    Limiters() {}

    /** {@return those that all clients share} */
    public static Limiters ofTheProcess() {
        return OF_THE_PROCESS;
    }

    /**
     * The limiter of an account.
     *
     * @param origin where the vendor is reached
     * @param credential what tells the account apart there
     * @param windows at least one
     * @return the same for the same account
     */
    public synchronized RateLimiter of(String origin, String credential, List<RateWindow> windows) {
        return limiters.computeIfAbsent(
                new Account(origin, credential, windows), account -> new RateLimiter(windows, System::nanoTime));
    }
}
