package dev.dealsdk.internal.connection;

import dev.dealsdk.internal.account.Account;
import dev.dealsdk.internal.account.PerAccount;
import dev.dealsdk.internal.call.ClientName;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.slf4j.LoggerFactory;

/**
 * The connections of one account in this process, shared by its clients as long as any of them is open, and how many those are.
 * Thread-safe.
 *
 * <p>The HTTP library takes a connection for another client's request only where both have the same lookups and TLS settings,
 * so all clients of an account build theirs on one.
 */
public final class AccountConnections {
    /** Those that all clients of this process share. */
    public static final PerAccount<AccountConnections> OF_THE_PROCESS = PerAccount.ofOpenClients();

    /** As many idle connections as calls that a busy program has in flight; the library's 5 would make it reconnect. */
    private static final int IDLE_CONNECTIONS = 64;

    /** More open clients of one account than a program can have a use for. */
    private static final int MANY_CLIENTS = 20;

    /** What all accounts can share: reading the JDK's certificates takes longer than a call. */
    private static final OkHttpClient BASE =
            ObservedSockets.of(new OkHttpClient()).build();

    private final Account account;
    private final BoundedLookups lookups = new BoundedLookups(BASE.dns(), BASE.proxySelector());
    private final OkHttpClient http;
    private int clients;
    private boolean toldOfMany;

    /** No connections yet. */
    public AccountConnections(Account account) {
        this.account = account;
        this.http = BASE.newBuilder()
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 5, TimeUnit.MINUTES))
                .dns(lookups)
                .proxySelector(lookups)
                // The attempt's own timeout bounds reading and writing.
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .build();
    }

    /** Has the connections: what clients build their own on. */
    public OkHttpClient http() {
        return http;
    }

    /** Makes the lookups of the connections, which each attempt begins and ends. */
    public BoundedLookups lookups() {
        return lookups;
    }

    /** One client more is open. Tells once that there are many, until there are fewer again. */
    public void join(ClientName client) {
        int open;
        synchronized (this) {
            clients++;
            if (clients <= MANY_CLIENTS || toldOfMany) {
                return;
            }
            toldOfMany = true;
            open = clients;
        }
        LoggerFactory.getLogger("dev.dealsdk.clients")
                .warn(
                        "{} clients of {} at {} are open at once: close each one that is no longer used, or connect once"
                                + " and share the client, which serves any number of threads",
                        open,
                        client,
                        account.host());
    }

    /** One client less is open. */
    public synchronized void leave() {
        clients--;
        if (clients < MANY_CLIENTS) {
            toldOfMany = false;
        }
    }

    /** Closes those that carry no request. */
    public void closeIdle() {
        http.connectionPool().evictAll();
    }
}
