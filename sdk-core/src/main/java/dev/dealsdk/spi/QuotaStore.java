package dev.dealsdk.spi;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Stores the quotas of accounts that several processes share. {@link java.util.ServiceLoader} finds an implementation
 * if {@code deals.quota-store} is set; the artifact {@code dev.dealsdk:deals-quota-redis} contains one.
 *
 * <p>Implementations must be public, have a public no-argument constructor that does no work, and be safe for use by
 * multiple threads.
 */
public interface QuotaStore {

    /**
     * A number of requests that are allowed within a period.
     *
     * @param calls the number of requests, above zero
     * @param length the length of the period, above zero
     */
    record Window(int calls, Duration length) {}

    /**
     * {@return true if this implementation supports the kind of store at an address}
     *
     * @param address the value of {@code deals.quota-store}
     */
    boolean supports(URI address);

    /**
     * {@return the quota of one account} Does not connect.
     *
     * @param address an address that this implementation {@link #supports}; may contain a password
     * @param account a text that identifies the account, the same in all processes; contains no secret
     * @param windows one or more windows, all of which apply
     * @throws IllegalArgumentException if the address is invalid
     */
    SharedQuota open(URI address, String account, List<Window> windows);
}
