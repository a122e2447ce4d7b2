package dev.dealsdk.internal.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealsdk.AuthenticationException;
import dev.dealsdk.CallOptions;
import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import dev.dealsdk.Outcome;
import dev.dealsdk.VendorUnavailableException;
import dev.dealsdk.internal.call.ActiveCall;
import dev.dealsdk.internal.call.CallMonitors;
import dev.dealsdk.internal.http.PromptServer;
import dev.dealsdk.internal.http.TransportFactory;
import dev.dealsdk.internal.http.Wire;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.spi.OAuthProfile;
import dev.dealsdk.spi.VendorError;
import dev.dealsdk.spi.VendorProfile;
import dev.dealsdk.spi.VendorRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
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

/** Whatever ends a call, it keeps no permit: after more failures than there are places, as many calls still pass. */
@Timeout(60)
final class PermitReturnTest {
    private static final VendorRequest READ = VendorRequest.get("v1", "deals");
    private static final int PLACES = 3;
    private static final int FAILURES = 2 * PLACES;

    /** Longer than a call: what keeps a permit is seen. */
    private static final String RATE_LIMIT = PLACES + "/1m";

    @StartStop
    private final MockWebServer server = PromptServer.create();

    @StartStop
    private final MockWebServer tokens = PromptServer.create();

    private final List<TransportFactory> factories = new ArrayList<>();

    @BeforeEach
    void respond() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return Wire.ok();
            }
        });
    }

    @AfterEach
    void close() {
        factories.forEach(TransportFactory::close);
    }

    @Test
    void send_noTokenIssued_keepsNoPermit() {
        for (int i = 0; i < FAILURES; i++) {
            tokens.enqueue(Wire.status(401));
        }
        tokens.enqueue(token());
        HttpTransport transport = connect(client());

        for (int i = 0; i < FAILURES; i++) {
            assertThatExceptionOfType(AuthenticationException.class)
                    .isThrownBy(() -> transport.send(call(), READ, JsonReader::document))
                    .satisfies(failed -> assertThat(failed.outcome()).isEqualTo(Outcome.NOT_SENT));
        }

        assertAllPlacesFree(transport);
    }

    @Test
    void send_interruptedWhileItWaitsForTheToken_keepsNoPermit() {
        CountDownLatch gate = new CountDownLatch(1);
        tokens.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                gate.await();
                return token();
            }

            @Override
            public void close() {
                gate.countDown();
            }
        });
        HttpTransport transport = connect(client());

        for (int i = 0; i < FAILURES; i++) {
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(VendorUnavailableException.class)
                    .isThrownBy(() -> transport.send(call(), READ, JsonReader::document))
                    .withMessageContaining("interrupted while waiting for a token");
            assertThat(Thread.interrupted()).as("the flag").isTrue();
        }
        gate.countDown();

        assertAllPlacesFree(transport);
    }

    @Test
    void send_tokenFileUnreadable_keepsNoPermit(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("token");
        HttpTransport transport = connect(Map.of("deals.token-file", file.toString()));

        for (int i = 0; i < FAILURES; i++) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> transport.send(call(), READ, JsonReader::document));
        }
        Files.writeString(file, "t1");

        assertAllPlacesFree(transport);
    }

    @Test
    void send_clientClosed_keepsNoPermitOfTheAccount() {
        Map<String, String> account = Map.of("deals.token", "t1");
        HttpTransport closed = connect(account);
        factories.get(0).close();

        for (int i = 0; i < FAILURES; i++) {
            assertThatExceptionOfType(VendorUnavailableException.class)
                    .isThrownBy(() -> closed.send(call(), READ, JsonReader::document))
                    .withMessageContaining("the client was closed");
        }

        assertAllPlacesFree(connect(account));
    }

    @Test
    void send_interruptedWhileItWaitsForItsTurn_keepsNoPermit() {
        HttpTransport transport = connect(Map.of("deals.token", "t1", "deals.rate-limit", PLACES + "/2s"));
        for (int i = 0; i < PLACES; i++) {
            assertThat(transport.send(call(), READ, JsonReader::document)).isPresent();
        }

        for (int i = 0; i < FAILURES; i++) {
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(VendorUnavailableException.class)
                    .isThrownBy(() -> transport.send(call(), READ, JsonReader::document))
                    .satisfies(failed -> assertThat(failed.outcome()).isEqualTo(Outcome.NOT_SENT));
            assertThat(Thread.interrupted()).as("the flag").isTrue();
        }

        assertAllPlacesFree(transport);
    }

    /** These requests have left, so that their places are free again only after the window. */
    @Test
    void send_decoderThrowsAnError_keepsNoPermitBeyondTheWindow() {
        HttpTransport transport = connect(Map.of("deals.token", "t1", "deals.rate-limit", PLACES + "/100ms"));

        for (int i = 0; i < FAILURES; i++) {
            assertThatThrownBy(() -> transport.send(call(), READ, json -> {
                        throw new StackOverflowError("in the decoder");
                    }))
                    .isInstanceOf(StackOverflowError.class)
                    .hasMessage("in the decoder");
        }

        assertAllPlacesFree(transport);
        assertThat(server.getRequestCount()).isEqualTo(FAILURES + PLACES);
    }

    private static void assertAllPlacesFree(HttpTransport transport) {
        for (int i = 0; i < PLACES; i++) {
            assertThat(transport.send(call(), READ, JsonReader::document)).isPresent();
        }
    }

    private static ActiveCall call() {
        return new ActiveCall(
                Optional.of("fake"),
                Optional.of(Operation.LIST),
                Optional.empty(),
                CallOptions.builder().build(),
                (stage, call) -> stage,
                CallMonitors.UNHEARD,
                System.nanoTime() + Duration.ofSeconds(20).toNanos());
    }

    private Map<String, String> client() {
        return Map.of(
                "deals.oauth.client-id",
                "app",
                "deals.oauth.client-secret",
                "hush",
                "deals.oauth.token-url",
                tokens.url("/token").toString());
    }

    private HttpTransport connect(Map<String, String> settings) {
        DealsConfig.Builder config = DealsConfig.builder()
                .provider("fake")
                .set("deals.rate-limit", RATE_LIMIT)
                .baseUrl(server.url("/").toString());
        settings.forEach(config::set);
        TransportFactory factory = new TransportFactory(config.build());
        factories.add(factory);
        return factory.create(VendorProfile.builder()
                .provider("fake")
                .baseUrl("https://api.fake.example")
                .errors(response -> VendorError.builder().build())
                .oauth(OAuthProfile.builder()
                        .tokenUrl("https://id.fake.example/token")
                        .build())
                .build());
    }

    private static MockResponse token() {
        return Wire.json(200, "{\"access_token\":\"t1\",\"expires_in\":600}").build();
    }
}
