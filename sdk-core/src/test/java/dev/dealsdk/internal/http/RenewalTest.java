package dev.dealsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.AuthenticationException;
import dev.dealsdk.DealsException;
import dev.dealsdk.VendorUnavailableException;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.VendorRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
final class RenewalTest {
    private static final int CALLERS = 12;

    @StartStop
    private final MockWebServer server = new MockWebServer();

    @StartStop
    private final MockWebServer tokens = new MockWebServer();

    private final List<Thread> callers = new ArrayList<>();
    private final List<DealsException> failures = Collections.synchronizedList(new ArrayList<>());
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
    @Timeout(30)
    void send_manyWithoutAToken_oneAsksAndAllUseIt() throws InterruptedException {
        tokens.setDispatcher(answering(() -> {
            awaitOthersWaiting();
            return Wire.json(200, "{\"access_token\":\"t1\",\"expires_in\":600}")
                    .build();
        }));

        sendFromAll(wire.open());

        assertThat(failures).isEmpty();
        assertThat(tokens.getRequestCount()).isEqualTo(1);
        assertThat(server.getRequestCount()).isEqualTo(CALLERS);
    }

    @Test
    @Timeout(30)
    void send_manyWhileTheTokenEndpointFails_shareOneFailure() throws InterruptedException {
        tokens.setDispatcher(answering(() -> {
            awaitOthersWaiting();
            return Wire.status(500);
        }));

        sendFromAll(wire.open());

        assertThat(failures)
                .hasSize(CALLERS)
                .allSatisfy(failure -> assertThat(failure).isInstanceOf(VendorUnavailableException.class));
        assertThat(tokens.getRequestCount()).isEqualTo(1);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    @Timeout(30)
    void send_interruptedWhileAnotherRenews_stopsAtOnce() throws InterruptedException {
        tokens.setDispatcher(answering(() -> {
            awaitOthersWaiting();
            callers.forEach(Thread::interrupt);
            awaitOthersGone();
            return Wire.json(200, "{\"access_token\":\"t1\",\"expires_in\":600}")
                    .build();
        }));

        sendFromAll(wire.open());

        assertThat(failures).hasSizeGreaterThanOrEqualTo(CALLERS - 1);
    }

    @Test
    void send_manyRefusedWithTheSameToken_renewOnce() throws InterruptedException {
        List<String> issued = Collections.synchronizedList(new ArrayList<>());
        tokens.setDispatcher(answering(() -> {
            issued.add("t" + issued.size());
            return Wire.json(200, "{\"access_token\":\"" + issued.get(issued.size() - 1) + "\",\"expires_in\":600}")
                    .build();
        }));
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return "Bearer t0".equals(request.getHeaders().get("Authorization")) ? Wire.status(401) : Wire.ok();
            }
        });

        sendFromAll(wire.open());

        assertThat(failures).isEmpty();
        assertThat(issued).containsExactly("t0", "t1");
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
                .send(VendorRequest.get("deals"))
                .execute();

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
                AuthenticationException.class,
                () -> transport.send(VendorRequest.get("deals")).execute());

        assertThat(thrown.attempts()).isEqualTo(1);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    private void sendFromAll(HttpTransport transport) throws InterruptedException {
        for (int i = 0; i < CALLERS; i++) {
            callers.add(new Thread(() -> {
                try {
                    transport.send(VendorRequest.get("deals")).execute();
                } catch (DealsException failed) {
                    failures.add(failed);
                }
            }));
        }
        callers.forEach(Thread::start);
        for (Thread caller : callers) {
            caller.join();
        }
    }

    /** Until all but the one that asks stand still. */
    private void awaitOthersWaiting() {
        while (callers.stream().filter(RenewalTest::isWaiting).count() < CALLERS - 1) {
            Thread.onSpinWait();
        }
    }

    private void awaitOthersGone() {
        while (callers.stream()
                        .filter(caller -> caller.getState() == Thread.State.TERMINATED)
                        .count()
                < CALLERS - 1) {
            Thread.onSpinWait();
        }
    }

    private static boolean isWaiting(Thread caller) {
        return caller.getState() == Thread.State.WAITING || caller.getState() == Thread.State.TIMED_WAITING;
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
