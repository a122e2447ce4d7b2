package dev.dealsdk.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dealsdk.spi.VendorRequest;
import java.util.List;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.junit5.StartStop;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an id holds, the request goes to the endpoint it was meant for. */
final class PathTest {
    @StartStop
    private final MockWebServer server = PromptServer.create();

    private Wire wire;

    @BeforeEach
    void start() {
        wire = new Wire(server);
        server.enqueue(Wire.ok());
    }

    @AfterEach
    void stop() {
        wire.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/b",
                "/",
                "a?b=c",
                "a#b",
                "a%2fb",
                "%2e%2e%2fadmin",
                "a;b",
                "a b",
                "a+b",
                "a\\b",
                "..a",
                "...",
                "über",
                "日本語",
                "💼",
                "a&b=c",
                "@evil.example",
                "//evil.example",
                "%",
                "%zz"
            })
    void send_idOfAnyKind_staysOneSegment(String id) throws InterruptedException {
        wire.open().send(Wire.API, VendorRequest.delete("v1", "deals", id, "notes"));

        RecordedRequest sent = server.takeRequest();
        assertThat(sent.getTarget()).startsWith("/v1/deals/").endsWith("/notes").matches("[!-~]+");
        HttpUrl url = sent.getUrl();
        assertThat(url.pathSegments()).isEqualTo(List.of("v1", "deals", id, "notes"));
        assertThat(url.query()).isNull();
        assertThat(url.host()).isEqualTo(server.getHostName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "%2e", "%2E%2e", ".%2e", "a\nb", "a\u0000", "\u0085"})
    void path_segmentThatNamesAnotherPlace_isRefused(String segment) {
        assertThatIllegalArgumentException().isThrownBy(() -> VendorRequest.get("v1", "deals", segment));
    }

    @Test
    void send_queryOfAnyKind_staysInItsParameter() throws InterruptedException {
        wire.open()
                .send(
                        Wire.API,
                        VendorRequest.get("deals").query("q", "a&b=c#d +💼%20").query("page", "2"));

        HttpUrl url = server.takeRequest().getUrl();
        assertThat(url.queryParameterNames()).containsExactly("q", "page");
        assertThat(url.queryParameter("q")).isEqualTo("a&b=c#d +💼%20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"crm", "crm/", "crm//", "crm/v0"})
    void send_gatewayPrefix_comesFirst(String prefix) throws InterruptedException {
        wire.set("deals.base-url", server.url("/").toString() + prefix);

        wire.open().send(Wire.API, VendorRequest.get("v1", "deals"));

        assertThat(server.takeRequest().getTarget()).startsWith("/crm/").endsWith("/v1/deals");
    }
}
