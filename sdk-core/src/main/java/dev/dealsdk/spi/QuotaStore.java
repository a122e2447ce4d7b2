package dev.dealsdk.spi;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Keeps the quotas of accounts where several processes share them. Found by {@link java.util.ServiceLoader} when {@code
 * deals.quota-store} is set; {@code dev.dealsdk:deals-quota-redis} has one.
 *
 * <p>Implementations are public, have a public constructor without parameters that does no work, and are safe for use by many
 * threads.
 */
public interface QuotaStore {

    /**
     * So many requests in so much time.
     *
     * @param calls above zero
     * @param length above zero
     */
    record Window(int calls, Duration length) {}

    /**
     * {@return whether this is a store of its kind}
     *
     * @param address what {@code deals.quota-store} says
     */
    boolean supports(URI address);

    /**
     * {@return the quota of one account} Connects to nothing yet.
     *
     * @param address one that it {@link #supports}; may hold a password
     * @param account the same text for the same account in all processes; holds no secret
     * @param windows one or more, all of which hold at once
     * @throws IllegalArgumentException if the address cannot be right
     */
    SharedQuota open(URI address, String account, List<Window> windows);
}
