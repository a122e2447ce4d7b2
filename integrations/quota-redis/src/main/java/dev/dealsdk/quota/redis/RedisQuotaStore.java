package dev.dealsdk.quota.redis;

import dev.dealsdk.spi.QuotaStore;
import dev.dealsdk.spi.SharedQuota;
import io.lettuce.core.RedisURI;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * Stores quotas in Redis. Supports addresses such as {@code redis://:password@host:6379/0}, and {@code rediss} for TLS.
 *
 * <p>Intended for the SDK, which loads this class if {@code deals.quota-store} is set.
 */
public final class RedisQuotaStore implements QuotaStore {
    private static final Set<String> SCHEMES = Set.of("redis", "rediss");

    /** Creates a store. Called by {@link java.util.ServiceLoader}. */
    public RedisQuotaStore() {}

    @Override
    public boolean supports(URI address) {
        return SCHEMES.contains(address.getScheme());
    }

    @Override
    public SharedQuota open(URI address, String account, List<Window> windows) {
        return new RedisQuota(RedisURI.create(address), account, windows);
    }
}
