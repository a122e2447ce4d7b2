package dev.dealsdk.quota.redis;

import dev.dealsdk.spi.QuotaStore.Window;
import dev.dealsdk.spi.SharedQuota;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SetArgs;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The quota of one account: a token bucket, and a key that expires while the vendor requires all processes to wait.
 * Thread-safe.
 */
final class RedisQuota implements SharedQuota {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final byte[] HELD_BACK = {'1'};

    private final RedisURI address;
    private final BucketConfiguration pace;
    private final String bucketKey;
    private final String pauseKey;
    private @Nullable Client client;
    private @Nullable Connection connection;
    private volatile Duration patience = CONNECT;

    RedisQuota(RedisURI address, String account, List<Window> windows) {
        this.address = address;
        this.pace = Pace.of(windows);
        StringBuilder key = new StringBuilder("deals-quota:").append(account);
        for (Window window : windows) {
            key.append(':')
                    .append(window.calls())
                    .append('/')
                    .append(window.length().toMillis())
                    .append("ms");
        }
        this.bucketKey = key + ":bucket";
        this.pauseKey = key + ":pause";
    }

    private record Client(ClientResources resources, RedisClient redis) {
        /** Does not wait for the threads, which are daemons. */
        void shutDown() {
            var unused = redis.shutdownAsync(0, 2, TimeUnit.SECONDS);
            var unusedToo = resources.shutdown(0, 2, TimeUnit.SECONDS);
        }
    }

    private record Connection(
            CompletableFuture<StatefulRedisConnection<String, byte[]>> redis,
            CompletableFuture<AsyncBucketProxy> bucket) {

        /** Returns true if the client can be used, or is being created. */
        boolean isGood() {
            return !redis.isDone()
                    || (!redis.isCompletedExceptionally() && redis.join().isOpen());
        }
    }

    @Override
    public Duration take() throws IOException {
        // Reserves a token of the future where there is none now: the order of the reservations is that of the turns.
        return Duration.ofNanos(answer(connection().bucket(), bucket -> bucket.consumeIgnoringRateLimits(1)));
    }

    @Override
    public void giveBack() throws IOException {
        answer(connection().bucket(), bucket -> bucket.addTokens(1).thenApply(done -> Boolean.TRUE));
    }

    @Override
    public void pause(Duration time) throws IOException {
        if (time.compareTo(paused()) <= 0) {
            return;
        }
        answer(
                connection().redis(),
                redis -> redis.async().set(pauseKey, HELD_BACK, SetArgs.Builder.px(Math.max(1, time.toMillis()))));
    }

    @Override
    public Duration paused() throws IOException {
        // Negative where there is no such key.
        return Duration.ofMillis(
                Math.max(0L, answer(connection().redis(), redis -> redis.async().pttl(pauseKey))));
    }

    @Override
    public synchronized void disconnect() {
        if (client != null) {
            client.shutDown();
        }
        client = null;
        connection = null;
        patience = CONNECT;
    }

    private synchronized Connection connection() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            // Connecting would take the flag away.
            throw new InterruptedIOException("interrupted");
        }
        if (client == null) {
            client = client();
        }
        if (connection == null || !connection.isGood()) {
            connection = connect(client.redis());
        }
        return connection;
    }

    /** Uses two threads, because there is little work. A lost connection is re-established by the next call. */
    private Client client() {
        ClientResources resources = DefaultClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .build();
        RedisClient redis = RedisClient.create(resources, address);
        redis.setOptions(ClientOptions.builder()
                .autoReconnect(false)
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(CONNECT).build())
                .build());
        return new Client(resources, redis);
    }

    private Connection connect(RedisClient redis) {
        CompletableFuture<StatefulRedisConnection<String, byte[]>> connecting = redis.connectAsync(
                        RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE), address)
                .toCompletableFuture();
        return new Connection(connecting, connecting.thenApply(this::bucket));
    }

    private AsyncBucketProxy bucket(StatefulRedisConnection<String, byte[]> redis) {
        return Bucket4jLettuce.casBasedBuilder(redis)
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build()
                .asAsync()
                .builder()
                // What waits in this process goes as one: each change by another process makes a question be asked
                // again.
                .withOptimization(Optimizations.batching())
                .build(bucketKey, () -> CompletableFuture.completedFuture(pace));
    }

    /** Allows more time for the first call, which establishes the connection, than for later ones. */
    private <A, T> T answer(CompletableFuture<A> from, Function<A, CompletionStage<T>> question) throws IOException {
        Duration longest = patience;
        try {
            return from.thenCompose(question).get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (TimeoutException late) {
            throw new IOException("no answer within " + longest.toMillis() + " ms", late);
        } catch (ExecutionException failed) {
            throw new IOException(root(failed).toString(), failed);
        } finally {
            patience = ANSWER;
        }
    }

    /** Returns the innermost cause, which describes the network problem; the outer ones only repeat it. */
    private static Throwable root(Throwable failed) {
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
