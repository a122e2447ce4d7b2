package dev.dealsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.DealsException;
import dev.dealsdk.Outcome;
import dev.dealsdk.VendorUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What TLS adds: nothing leaves for a server that is not who it should be. */
@Timeout(60)
final class TlsTest {
    @StartStop
    private final MockWebServer server = PromptServer.create();

    private Wire wire = new Wire("https://unused.example");

    @AfterEach
    void stop() {
        wire.close();
    }

    private static HandshakeCertificates serverOf(String host, HeldCertificate[] issued) {
        issued[0] =
                new HeldCertificate.Builder().addSubjectAlternativeName(host).build();
        return new HandshakeCertificates.Builder().heldCertificate(issued[0]).build();
    }

    /** Trusts whoever issued the certificate, whatever its name. */
    private static OkHttpClient trusting(HeldCertificate issuer) {
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(issuer.certificate())
                .build();
        return new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                .build();
    }

    private void start(String host) {
        HeldCertificate[] issued = new HeldCertificate[1];
        server.useHttps(serverOf(host, issued).sslSocketFactory());
        wire = new Wire("https://localhost:" + server.getPort()).client(trusting(issued[0]));
        wire.set("deals.max-retry-delay", "1ms");
    }

    @ParameterizedTest
    @EnumSource
    void send_certificateForAnotherName_sendsNothing(RequestKind kind) {
        start("other.example");

        DealsException thrown = catchThrowableOfType(VendorUnavailableException.class, () -> kind.on(wire));

        assertThat(thrown.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(thrown.attempts()).as("no retry can mend it").isEqualTo(1);
        assertThat(thrown)
                .hasMessageContaining("the certificate of localhost is not trusted")
                .hasMessageNotContaining(Wire.TOKEN);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void send_certificateOfNobodyTrusted_sendsNothing() {
        start("localhost");
        wire.client(new OkHttpClient());

        DealsException thrown =
                catchThrowableOfType(VendorUnavailableException.class, () -> RequestKind.CREATE.on(wire));

        assertThat(thrown.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(thrown.attempts()).as("no retry can mend it").isEqualTo(1);
        assertThat(wire.waits).isEmpty();
        assertThat(thrown).hasMessageContaining("the certificate of localhost is not trusted");
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void send_proxyOfATunnelWantsCredentials_sendsNothing(RequestKind kind) {
        for (int attempt = 1; attempt <= 4; attempt++) {
            server.enqueue(new MockResponse.Builder()
                    .code(407)
                    .setHeader("Proxy-Authenticate", "Basic realm=\"office\"")
                    .build());
        }
        wire = new Wire("https://vendor.example").client(through(server));

        DealsException thrown = catchThrowableOfType(VendorUnavailableException.class, () -> kind.on(wire));

        assertThat(thrown.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(thrown.attempts()).as("no retry can mend it").isEqualTo(1);
        assertThat(thrown).hasMessageContaining("the proxy requires credentials");
        assertThat(server.getRequestCount()).as("one CONNECT").isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void send_proxyOfPlainHttpWantsCredentials_isNotSentAgain(RequestKind kind) {
        for (int attempt = 1; attempt <= 4; attempt++) {
            server.enqueue(new MockResponse.Builder()
                    .code(407)
                    .setHeader("Proxy-Authenticate", "Basic realm=\"office\"")
                    .body("who are you?")
                    .build());
        }
        wire = new Wire("http://127.0.0.2:9").client(through(server));

        DealsException thrown = catchThrowableOfType(DealsException.class, () -> kind.on(wire));

        assertThat(thrown.httpStatus()).contains(407);
        assertThat(thrown.outcome()).isEqualTo(kind.isWrite() ? Outcome.UNKNOWN : Outcome.REJECTED);
        assertThat(thrown).hasMessageContaining("an intermediary responded instead of the vendor");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    private static OkHttpClient through(MockWebServer proxy) {
        return new OkHttpClient.Builder()
                .proxy(new Proxy(
                        Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.getPort())))
                .build();
    }

    /** The proxy speaks plain HTTP first, on the socket that then carries TLS. */
    @Test
    void create_throughTheTunnelOfAProxy_keepsOneConnection() {
        HeldCertificate[] issued = new HeldCertificate[1];
        server.useHttps(serverOf("localhost", issued).sslSocketFactory());
        server.enqueue(new MockResponse.Builder().inTunnel().build());
        wire = new Wire("https://localhost:" + server.getPort())
                .client(trusting(issued[0])
                        .newBuilder()
                        .proxy(through(server).proxy())
                        .build());
        var transport = wire.open();
        for (int i = 1; i <= 3; i++) {
            server.enqueue(Wire.ok());
            transport.send(Wire.API, RequestKind.CREATE.request);
        }

        assertThat(server.getRequestCount()).as("with one CONNECT").isEqualTo(4);
    }

    @Test
    void create_onTheSameConnection_isSentOnceEach() {
        start("localhost");
        var transport = wire.open();
        for (int i = 1; i <= 3; i++) {
            server.enqueue(Wire.ok());
            transport.send(Wire.API, RequestKind.CREATE.request);
            wire.nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        }

        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void create_pooledConnectionClosedMeanwhile_isSentOnceOnANewOne() throws IOException, InterruptedException {
        HeldCertificate[] issued = new HeldCertificate[1];
        HandshakeCertificates certificates = serverOf("localhost", issued);
        try (OneShotServer vendor =
                new OneShotServer("https", certificates.sslContext().getServerSocketFactory())) {
            wire = new Wire(vendor.url()).client(trusting(issued[0]));
            wire.set("deals.max-attempts", "1");
            var transport = wire.open();
            for (int i = 1; i <= 5; i++) {
                transport.send(Wire.API, RequestKind.CREATE.request);

                vendor.awaitClosed();
                assertThat(vendor.closedUnawaited())
                        .as("one connection a request")
                        .isZero();
                wire.nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            }
        }
    }
}
