/** One quota for all processes of an account, stored in Redis. */
module dev.dealsdk.quota.redis {
    requires transitive dev.dealsdk;
    requires io.github.bucket4j.core;
    requires io.github.bucket4j.lettuce;
    requires lettuce.core;
    requires static org.jspecify;

    exports dev.dealsdk.quota.redis;

    provides dev.dealsdk.spi.QuotaStore with
            dev.dealsdk.quota.redis.RedisQuotaStore;
}
