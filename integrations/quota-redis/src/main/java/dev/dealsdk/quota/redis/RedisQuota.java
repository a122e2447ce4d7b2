package dev.dealsdk.quota.redis;

import dev.dealsdk.spi.QuotaStore.Window;
import dev.dealsdk.spi.SharedQuota;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
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
import io.lettuce.core.resource.Delay;
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

/** One account's quota: a bucket and, while the vendor has all processes wait, a key that expires. Thread-safe. */
final class RedisQuota implements SharedQuota {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofMillis(500);
    private static final Duration RECONNECT = Duration.ofMillis(500);
    private static final byte[] HELD_BACK = {'1'};

    private final RedisURI address;
    private final BucketConfiguration pace;
    private final String bucketKey;
    private final String pauseKey;
    private @Nullable Link link;

    RedisQuota(RedisURI address, String account, List<Window> windows) {
        this.address = address;
        this.pace = Pace.of(windows);
        StringBuilder key = new StringBuilder("deals-quota:").append(account);
        for (Window window : windows) {
            key.append(':').append(window.calls()).append('/').append(window.length().toMillis()).append("ms");
        }
        this.bucketKey = key + ":bucket";
        this.pauseKey = key + ":pause";
    }

    /** What ends together. */
    private record Link(
            ClientResources resources,
            RedisClient client,
            CompletableFuture<StatefulRedisConnection<String, byte[]>> connecting,
            CompletableFuture<AsyncBucketProxy> bucket) {

        /** Not waited for: the threads are daemons. */
        void end() {
            var unused = client.shutdownAsync(0, 2, TimeUnit.SECONDS);
            var alsoUnused = resources.shutdown(0, 2, TimeUnit.SECONDS);
        }
    }

    @Override
    public Duration take() throws IOException {
        Link used = link();
        // Reserves a token of the future where there is none now: the order of the reservations is that of the turns.
        return Duration.ofNanos(answer(used, used.bucket(), bucket -> bucket.consumeIgnoringRateLimits(1)));
    }

    @Override
    public void giveBack() throws IOException {
        Link used = link();
        answer(used, used.bucket(), bucket -> bucket.addTokens(1).thenApply(done -> Boolean.TRUE));
    }

    @Override
    public void pause(Duration time) throws IOException {
        if (time.compareTo(paused()) <= 0) {
            return;
        }
        Link used = link();
        answer(used, used.connecting(), redis ->
                redis.async().set(pauseKey, HELD_BACK, SetArgs.Builder.px(Math.max(1, time.toMillis()))));
    }

    @Override
    public Duration paused() throws IOException {
        Link used = link();
        // Negative where there is no such key.
        return Duration.ofMillis(Math.max(0L, answer(used, used.connecting(), redis -> redis.async().pttl(pauseKey))));
    }

    @Override
    public synchronized void disconnect() {
        if (link != null) {
            link.end();
            link = null;
        }
    }

    private synchronized Link link() {
        if (link != null && link.connecting().isCompletedExceptionally()) {
            disconnect();
        }
        if (link == null) {
            link = connect();
        }
        return link;
    }

    /** Two threads, as there is little to do; the connection mends itself once it has been made. */
    private Link connect() {
        ClientResources resources = DefaultClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .reconnectDelay(Delay.constant(RECONNECT))
                .build();
        RedisClient client = RedisClient.create(resources, address);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(CONNECT).build())
                .build());
        CompletableFuture<StatefulRedisConnection<String, byte[]>> connecting = client.connectAsync(
                        RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE), address)
                .toCompletableFuture();
        return new Link(resources, client, connecting, connecting.thenApply(this::bucket));
    }

    private AsyncBucketProxy bucket(StatefulRedisConnection<String, byte[]> redis) {
        return Bucket4jLettuce.casBasedBuilder(redis)
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build()
                .asAsync()
                .builder()
                .build(bucketKey, pace);
    }

    private static <A, T> T answer(Link link, CompletableFuture<A> from, Function<A, CompletionStage<T>> question)
            throws IOException {
        Duration longest = link.connecting().isDone() ? ANSWER : CONNECT;
        try {
            return from.thenCompose(question).get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (TimeoutException late) {
            throw new IOException("no answer within " + longest.toMillis() + " ms", late);
        } catch (ExecutionException failed) {
            throw new IOException(root(failed).toString(), failed);
        }
    }

    /** The innermost cause, which speaks of the network; those around it repeat it. */
    private static Throwable root(Throwable failed) {
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
