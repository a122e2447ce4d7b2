package dev.dealsdk.internal.connection;

import dev.dealsdk.internal.call.CallThreads;
import dev.dealsdk.internal.call.InFlightCalls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/**
 * Looks names and proxies up on threads that can be left behind: the JDK's own lookups heed neither a timeout nor an interrupt.
 * A call waits for them until its attempt's deadline, an interrupt, or the end of its client. Thread-safe.
 */
public final class BoundedLookups extends ProxySelector implements Dns {
    private final Dns names;
    private final ProxySelector proxies;
    private final ThreadLocal<Attempt> attempts = new ThreadLocal<>();

    /** What bounds the lookups of a thread, and where they are made. */
    private record Attempt(long deadlineNanos, InFlightCalls inFlight, CallThreads threads) {}

    public BoundedLookups(Dns names, ProxySelector proxies) {
        this.names = names;
        this.proxies = proxies;
    }

    /** From now on the lookups of this thread belong to an attempt of a client. */
    public void begin(Duration timeout, InFlightCalls inFlight, CallThreads threads) {
        attempts.set(new Attempt(System.nanoTime() + timeout.toNanos(), inFlight, threads));
    }

    /** The attempt is over. */
    public void end() {
        attempts.remove();
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        Attempt attempt = attempts.get();
        if (attempt == null || isAddress(host)) {
            return names.lookup(host);
        }
        try {
            return await(() -> names.lookup(host), attempt);
        } catch (TimeoutException late) {
            throw unknown("looking up the name " + host + " took too long", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unknown("interrupted while looking up the name " + host, interrupted);
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof UnknownHostException unknown ? unknown : unknown(host, failed);
        }
    }

    @Override
    public List<Proxy> select(URI uri) {
        Attempt attempt = attempts.get();
        if (attempt == null || proxies.getClass().getName().equals("sun.net.spi.DefaultProxySelector")) {
            // The JDK's own reads system properties, and nothing else.
            return proxies.select(uri);
        }
        try {
            return await(() -> proxies.select(uri), attempt);
        } catch (TimeoutException late) {
            throw new IllegalStateException("the proxy selector took too long", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the proxy selector", interrupted);
        }
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        proxies.connectFailed(uri, address, failure);
    }

    private static <T> T await(Callable<T> lookup, Attempt attempt) throws TimeoutException, InterruptedException {
        CompletableFuture<T> result = new CompletableFuture<>();
        attempt.threads().start(() -> {
            try {
                result.complete(lookup.call());
            } catch (Throwable failed) {
                result.completeExceptionally(
                        failed instanceof RuntimeException || failed instanceof Error
                                ? failed
                                : new CompletionException(failed));
            }
        });
        long left = attempt.deadlineNanos() - System.nanoTime();
        return attempt.inFlight().await(result, Duration.ofNanos(Math.max(1, left)));
    }

    /** An address is not looked up: digits and dots, or with colons. */
    private static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || host.matches("[0-9.]*");
    }

    private static UnknownHostException unknown(String message, Throwable cause) {
        UnknownHostException unknown = new UnknownHostException(message);
        unknown.initCause(cause);
        return unknown;
    }
}
