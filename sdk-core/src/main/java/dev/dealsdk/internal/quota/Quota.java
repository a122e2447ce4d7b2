package dev.dealsdk.internal.quota;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.RateLimit;
import dev.dealsdk.internal.account.Account;
import dev.dealsdk.internal.call.ClientName;
import dev.dealsdk.internal.config.ConfigPlace;
import dev.dealsdk.internal.value.RateWindow;
import dev.dealsdk.internal.value.StoreUrl;
import dev.dealsdk.spi.QuotaStore;
import dev.dealsdk.spi.SharedQuota;
import dev.dealsdk.spi.VendorProfile;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** An account's share of what its vendor takes on, and what the vendor's answers say of it. Thread-safe. */
public final class Quota {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FORBIDDEN = 403;

    private static final String LIMIT = "X-RateLimit-Limit";
    private static final String REMAINING = "X-RateLimit-Remaining";

    private final Optional<AccountQuota> account;
    private volatile @Nullable Heard heard;

    /** The headers of a response that spoke of the rate limit. */
    private record Heard(Headers headers, Instant at) {}

    private Quota(Optional<AccountQuota> account) {
        this.account = account;
    }

    /** No quota at all. */
    public static Quota unlimited() {
        return new Quota(Optional.empty());
    }

    /**
     * That of an account, shared by all its clients in this process, and with other processes where the configuration says so;
     * {@link #close} must follow.
     */
    public static Quota of(DealsConfig config, VendorProfile vendor, Account account) {
        List<RateWindow> windows =
                config.rateLimit().or(vendor::rateLimit).map(RateWindow::parse).orElse(List.of());
        if (windows.isEmpty()) {
            if (config.quotaStore().isPresent()) {
                LoggerFactory.getLogger(Quota.class)
                        .warn(
                                "{} has no effect: there is no rate limit to share; set deals.rate-limit",
                                ConfigPlace.of(config, "deals.quota-store"));
            }
            return unlimited();
        }
        List<RateWindow> shortestFirst = windows.stream()
                .distinct()
                .sorted(Comparator.comparing(RateWindow::length).thenComparing(RateWindow::calls))
                .toList();
        Settings settings = new Settings(shortestFirst, config.quotaStore(), config.quotaShare());
        AccountQuota quota = AccountQuota.OF_THE_PROCESS.acquire(
                account,
                settings,
                () -> settings.make(account, new ClientName(vendor.provider(), config.connectionName())));
        quota.join();
        return new Quota(Optional.of(quota));
    }

    /** What clients of an account must have in common to share its quota. */
    private record Settings(List<RateWindow> windows, Optional<URI> store, int share) {
        AccountQuota make(Account account, ClientName client) {
            if (store.isEmpty()) {
                return new AccountQuota(new RateLimiter(windows, System::nanoTime), null);
            }
            List<RateWindow> shares = windows.stream()
                    .map(window -> new RateWindow(Math.max(1, window.calls() * share / 100), window.length()))
                    .toList();
            return new AccountQuota(new RateLimiter(shares, System::nanoTime), turns(store.get(), account, client));
        }

        private SharedTurns turns(URI address, Account account, ClientName client) {
            QuotaStore opener = QuotaStores.find(address).orElseThrow(() -> fault(QuotaStores.missing(address)));
            List<QuotaStore.Window> shared = windows.stream()
                    .map(window -> new QuotaStore.Window(window.calls(), window.length()))
                    .toList();
            return new SharedTurns(
                    open(opener, address, account, shared),
                    StoreUrl.shown(address.toString()) + " of " + client,
                    share + " %",
                    windows.get(windows.size() - 1).length(),
                    System::nanoTime);
        }

        private static SharedQuota open(
                QuotaStore opener, URI address, Account account, List<QuotaStore.Window> windows) {
            try {
                return opener.open(address, account.digest(), windows);
            } catch (IllegalArgumentException nonsense) {
                // Its message may hold the address, and that a password.
                throw fault("is not an address of such a store; write for example redis://host:6379");
            }
        }

        private static ConfigurationException fault(String problem) {
            return new ConfigurationException(List.of("deals.quota-store: " + problem));
        }

        @Override
        public String toString() {
            return "Settings[windows=" + windows + "]"; // not the address, which may hold a password
        }
    }

    /** The client no longer uses it. */
    public void close() {
        account.ifPresent(quota -> {
            quota.leave();
            AccountQuota.OF_THE_PROCESS.release(quota);
        });
    }

    /** Whether there is one to keep to. */
    public boolean isLimited() {
        return account.isPresent();
    }

    /**
     * The next place in the queue; to be asked only of a quota that {@link #isLimited}.
     *
     * @param patience how long the request can wait
     * @return empty if its permit would come later than that
     */
    public Optional<Permit> next(Duration patience) {
        return account.orElseThrow().next(patience);
    }

    /** How long a request that came now would wait. */
    public Duration waitNow() {
        return account.map(AccountQuota::waitNow).orElse(Duration.ZERO);
    }

    /**
     * Hears what an answer says of the quota: that it is spent, or that this was the last of it.
     *
     * @param named the wait the answer names, if it names one
     */
    public void answered(int status, Headers headers, Optional<Duration> named, Instant now) {
        if (headers.get(LIMIT) != null || headers.get(REMAINING) != null) {
            heard = new Heard(headers, now);
        }
        if (account.isEmpty()) {
            return;
        }
        if (status == TOO_MANY_REQUESTS || status == FORBIDDEN) {
            named.ifPresent(account.get()::pause);
        } else if (isLast(headers.get(REMAINING)) || isLast(headers.get("RateLimit-Remaining"))) {
            RetryHints.reset(headers, now).ifPresent(account.get()::pause);
        }
    }

    /** What the vendor said last of the account's rate limit. */
    public RateLimit said() {
        Heard last = heard;
        if (last == null) {
            return RateLimit.UNKNOWN;
        }
        return new RateLimit(
                number(last.headers().get(LIMIT)),
                number(last.headers().get(REMAINING)),
                RetryHints.reset(last.headers(), last.at()).map(last.at()::plus));
    }

    private static Optional<Long> number(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(digits -> digits.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }

    private static boolean isLast(@Nullable String remaining) {
        return remaining != null && remaining.strip().equals("0");
    }
}
