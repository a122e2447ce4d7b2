package dev.dealsdk.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.internal.auth.ClientCredentials.AccessToken;
import dev.dealsdk.internal.call.CallThreads;
import dev.dealsdk.internal.call.InFlightCalls;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who asks for a token, who waits for it, and for how long. */
@Timeout(60)
final class ClientCredentialsTest {
    private static final Duration LONG = Duration.ofSeconds(50);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final AtomicInteger asked = new AtomicInteger();
    private final CompletableFuture<Thread> asker = new CompletableFuture<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final InFlightCalls inFlight = new InFlightCalls();

    /** Completed exceptionally when the endpoint is to fail. */
    private CompletableFuture<AccessToken> response =
            CompletableFuture.completedFuture(new AccessToken("t1", Duration.ofMinutes(10)));

    private final ClientCredentials credentials =
            new ClientCredentials(this::ask, inFlight, new CallThreads(Optional.empty()), nanos::get);

    private AccessToken ask() {
        asked.incrementAndGet();
        asker.complete(Thread.currentThread());
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
        RuntimeException failure =
                (RuntimeException) response.handle((token, failed) -> failed).join();
        if (failure != null) {
            throw failure;
        }
        return response.join();
    }

    @Test
    void authorization_whileOneIsRequested_joinsAndAsksNoSecondTime() {
        for (int i = 0; i < 5; i++) {
            assertThatExceptionOfType(TokenUnavailableException.class)
                    .isThrownBy(() -> credentials.authorization(SHORT))
                    .withMessage("no token came in time");
        }
        gate.countDown();

        assertThat(credentials.authorization(LONG).header()).isEqualTo("Bearer t1");
        assertThat(asked).hasValue(1);
    }

    @Test
    void authorization_runsOnADaemonThreadOfItsOwn() throws Exception {
        gate.countDown();

        assertThat(credentials.authorization(LONG).secret()).isEqualTo("t1");
        assertThat(asker.get().isDaemon()).isTrue();
        assertThat(asker.get()).isNotSameAs(Thread.currentThread());
    }

    @Test
    void authorization_endpointFails_isThatFailureAndTheNextAsksAgain() {
        gate.countDown();
        TokenUnavailableException refused = TokenUnavailableException.rejected("no", 401);
        response = CompletableFuture.failedFuture(refused);

        assertThat(catchThrowable(() -> credentials.authorization(LONG))).isSameAs(refused);
        assertThat(catchThrowable(() -> credentials.authorization(LONG))).isSameAs(refused);
        assertThat(asked).hasValue(2);
    }

    @Test
    void authorization_interrupted_isUnavailableAndKeepsTheFlag() {
        Thread.currentThread().interrupt();

        TokenUnavailableException thrown =
                catchThrowableOfType(TokenUnavailableException.class, () -> credentials.authorization(LONG));

        assertThat(Thread.interrupted()).as("the flag").isTrue();
        assertThat(thrown).hasMessage("interrupted while waiting for a token");
        assertThat(thrown.isRejected()).isFalse();
        gate.countDown();
    }

    @Test
    void authorization_callsMustEnd_waitsNoLonger() {
        inFlight.close(Duration.ZERO);

        assertThatExceptionOfType(TokenUnavailableException.class)
                .isThrownBy(() -> credentials.authorization(LONG))
                .withMessage("the client was closed before a token came");
        gate.countDown();
    }

    @Test
    void refused_thatOfAnEarlierToken_keepsTheLatest() {
        gate.countDown();
        Credentials.Authorization first = credentials.authorization(LONG);
        response = CompletableFuture.completedFuture(new AccessToken("t2", Duration.ofMinutes(10)));

        assertThat(credentials.refused(first)).isTrue();
        assertThat(credentials.authorization(LONG).secret()).isEqualTo("t2");
        assertThat(credentials.refused(first)).as("told late by another call").isTrue();
        assertThat(credentials.authorization(LONG).secret()).isEqualTo("t2");
        assertThat(asked).hasValue(2);
    }
}
