package dev.dealsdk.quota.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealsdk.spi.QuotaStore.Window;
import dev.dealsdk.spi.SharedQuota;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two connections to one Redis stand for two processes. */
@Timeout(60)
final class RedisQuotaTest {
    private static final List<Window> WINDOWS = List.of(new Window(60, Duration.ofMinutes(1)));

    private final List<SharedQuota> open = new ArrayList<>();

    @AfterEach
    void disconnect() {
        open.forEach(SharedQuota::disconnect);
    }

    private SharedQuota connect(String address, String account) {
        SharedQuota quota = new RedisQuotaStore().open(URI.create(address), account, WINDOWS);
        open.add(quota);
        return quota;
    }

    @Test
    void take_byTwoProcesses_turnsFollowEachOther() throws IOException, InterruptedException {
        try (RedisServer redis = RedisServer.start()) {
            SharedQuota one = connect(redis.address(), "a");
            SharedQuota other = connect(redis.address(), "a");

            assertThat(one.take()).isZero();
            assertThat(other.take()).isBetween(Duration.ofMillis(500), Duration.ofMillis(1_100));
            assertThat(one.take()).isBetween(Duration.ofMillis(1_400), Duration.ofMillis(2_200));
            assertThat(connect(redis.address(), "b").take())
                    .as("another account")
                    .isZero();
        }
    }

    @Test
    void giveBack_turnThatWasTaken_isTheNextOnes() throws IOException, InterruptedException {
        try (RedisServer redis = RedisServer.start()) {
            SharedQuota one = connect(redis.address(), "a");
            one.take();
            for (int i = 0; i < 20; i++) {
                one.take();
                one.giveBack();
            }

            assertThat(connect(redis.address(), "a").take()).isLessThan(Duration.ofMillis(1_100));
        }
    }

    @Test
    void pause_byOneProcess_isHeardByTheOther() throws IOException, InterruptedException {
        try (RedisServer redis = RedisServer.start()) {
            SharedQuota one = connect(redis.address(), "a");
            SharedQuota other = connect(redis.address(), "a");
            assertThat(other.paused()).isZero();

            one.pause(Duration.ofSeconds(40));
            one.pause(Duration.ofSeconds(3));

            assertThat(other.paused()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(40));
        }
    }

    @Test
    void take_redisEndsAndComesBack_failsInBetween() throws IOException, InterruptedException {
        try (RedisServer redis = RedisServer.start()) {
            SharedQuota quota = connect(redis.address(), "a");
            quota.take();
            redis.kill();
            assertThatThrownBy(quota::take).isInstanceOf(IOException.class);
            redis.run();

            assertThat(quota.take()).isZero();
        }
    }

    @Test
    void take_nobodyThere_saysWhyWithoutThePassword() throws IOException {
        SharedQuota quota = connect("redis://:hush-hush@127.0.0.1:" + RedisServer.freePort(), "a");

        assertThatThrownBy(quota::take)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Connection refused")
                .message()
                .doesNotContain("hush-hush");
    }

    @Test
    void take_wrongPassword_saysWhyWithoutIt() throws IOException, InterruptedException {
        try (RedisServer redis = RedisServer.start()) {
            SharedQuota quota = connect(redis.address().replace(RedisServer.PASSWORD, "hush-hush"), "a");

            assertThatThrownBy(quota::take)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("WRONGPASS")
                    .message()
                    .doesNotContain("hush-hush");
        }
    }

    @Test
    void take_interrupted_saysSoAndKeepsTheFlag() throws IOException, InterruptedException {
        try (RedisServer redis = RedisServer.start()) {
            SharedQuota quota = connect(redis.address(), "a");
            Thread.currentThread().interrupt();

            assertThatThrownBy(quota::take).isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).as("the flag").isTrue();
        }
    }

    @Test
    void supports_redisWithAndWithoutTls_andNothingElse() {
        assertThat(new RedisQuotaStore().supports(URI.create("rediss://cache.example.com")))
                .isTrue();
        assertThat(new RedisQuotaStore().supports(URI.create("memcached://cache.example.com")))
                .isFalse();
    }
}
