package dev.dealsdk.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.AuthenticationException;
import dev.dealsdk.DealsException;
import dev.dealsdk.Outcome;
import dev.dealsdk.VendorUnavailableException;
import dev.dealsdk.internal.http.PromptServer;
import dev.dealsdk.internal.http.Wire;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.VendorRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How a token is renewed while many need it, and when somebody else renews it. */
@Timeout(60)
final class RenewalTest {
    private static final int CALLERS = 12;

    @StartStop
    private final MockWebServer server = PromptServer.create();

    @StartStop
    private final MockWebServer tokens = PromptServer.create();

    private final List<Thread> callers = new ArrayList<>();
    private final List<DealsException> failures = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger interrupted = new AtomicInteger();
    private Wire wire;

    @BeforeEach
    void start() {
        wire = new Wire(server)
                .withoutToken()
                .set("deals.oauth.client-id", "app")
                .set("deals.oauth.client-secret", "hush")
                .set("deals.oauth.token-url", tokens.url("/token").toString());
        server.setDispatcher(answering(Wire::ok));
    }

    @AfterEach
    void stop() {
        wire.close();
    }

    @Test
    void send_manyWithoutAToken_oneAsksAndAllUseIt() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(CALLERS);
        tokens.setDispatcher(answering(() -> {
            await(begun);
            return token("t1");
        }));

        sendFromAll(wire.open(), begun::countDown);

        assertThat(failures).isEmpty();
        assertThat(tokens.getRequestCount()).isEqualTo(1);
        assertThat(server.getRequestCount()).isEqualTo(CALLERS);
    }

    @Test
    void send_manyWhileTheTokenEndpointFails_allFailAndNoneIsSent() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(CALLERS);
        tokens.setDispatcher(answering(() -> {
            await(begun);
            return Wire.status(500);
        }));

        sendFromAll(wire.open(), begun::countDown);

        assertThat(failures)
                .hasSize(CALLERS)
                .allSatisfy(failure -> assertThat(failure).isInstanceOf(VendorUnavailableException.class));
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void send_interruptedWhileAnotherRenews_stopsAtOnce() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        tokens.setDispatcher(answering(() -> {
            asked.countDown();
            await(gate);
            return token("t1");
        }));

        start(wire.open(), () -> {});
        asked.await();
        callers.forEach(Thread::interrupt);
        join();

        assertThat(failures).hasSize(CALLERS).allSatisfy(failure -> {
            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(failure).hasMessageContaining("interrupted while waiting for a token");
        });
        assertThat(interrupted).as("the flag of each thread").hasValue(CALLERS);
        gate.countDown();
    }

    @Test
    void send_manyRefusedWithTheSameToken_renewOnce() throws InterruptedException {
        List<String> issued = Collections.synchronizedList(new ArrayList<>());
        tokens.setDispatcher(answering(() -> {
            issued.add("t" + issued.size());
            return token(issued.get(issued.size() - 1));
        }));
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return "Bearer t0".equals(request.getHeaders().get("Authorization")) ? Wire.status(401) : Wire.ok();
            }
        });

        sendFromAll(wire.open(), () -> {});

        assertThat(failures).isEmpty();
        assertThat(issued).containsExactly("t0", "t1");
    }

    @Test
    void send_refusedForEver_renewalsCountAgainstTheRetryBudget() {
        AtomicInteger issued = new AtomicInteger();
        tokens.setDispatcher(answering(() -> token("t" + issued.incrementAndGet())));
        server.setDispatcher(answering(() -> Wire.status(401)));
        HttpTransport transport = wire.open();

        for (int call = 1; call <= 130; call++) {
            assertThat(catchThrowableOfType(
                            AuthenticationException.class, () -> transport.send(Wire.API, VendorRequest.get("deals"))))
                    .isNotNull();
        }

        assertThat(issued).as("the first token, and 100 renewals").hasValue(101);
        assertThat(server.getRequestCount()).isEqualTo(230);
    }

    @Test
    void send_tokenFileRenewedAfterItWasRefused_isReadAgain(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("token"), "old");
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                if (!"Bearer old".equals(request.getHeaders().get("Authorization"))) {
                    return Wire.ok();
                }
                write(file, "renewed");
                return Wire.status(401);
            }
        });

        new Wire(server)
                .withoutToken()
                .set("deals.token-file", file.toString())
                .open()
                .send(Wire.API, VendorRequest.get("deals"));

        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer old");
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer renewed");
    }

    @Test
    void send_tokenFileUnchangedAfterItWasRefused_isNotReplayed(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("token"), "old");
        server.setDispatcher(answering(() -> Wire.status(401)));
        HttpTransport transport = new Wire(server)
                .withoutToken()
                .set("deals.token-file", file.toString())
                .open();

        AuthenticationException thrown = catchThrowableOfType(
                AuthenticationException.class, () -> transport.send(Wire.API, VendorRequest.get("deals")));

        assertThat(thrown.attempts()).isEqualTo(1);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    private void sendFromAll(HttpTransport transport, Runnable before) throws InterruptedException {
        start(transport, before);
        join();
    }

    /** @param before run by each caller just before its call */
    private void start(HttpTransport transport, Runnable before) {
        for (int i = 0; i < CALLERS; i++) {
            callers.add(new Thread(() -> {
                before.run();
                try {
                    transport.send(Wire.API, VendorRequest.get("deals"));
                } catch (DealsException failed) {
                    failures.add(failed);
                }
                if (Thread.currentThread().isInterrupted()) {
                    interrupted.incrementAndGet();
                }
            }));
        }
        callers.forEach(Thread::start);
    }

    private void join() throws InterruptedException {
        for (Thread caller : callers) {
            caller.join();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private static MockResponse token(String value) {
        return Wire.json(200, "{\"access_token\":\"" + value + "\",\"expires_in\":600}")
                .build();
    }

    private static Dispatcher answering(Supplier<MockResponse> answer) {
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer.get();
            }
        };
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException unwritable) {
            throw new AssertionError(unwritable);
        }
    }
}
