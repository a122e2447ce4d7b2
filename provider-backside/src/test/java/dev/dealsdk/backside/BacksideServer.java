package dev.dealsdk.backside;

import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.testkit.BacksideSimulator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** What the tests of this package share: ids of the documentation, fixtures, clients of a scripted server. */
final class BacksideServer {
    static final String DEAL = "3c90c3cc-0d44-4b50-8888-8dd25736052a";
    static final String PROPOSAL = "550e8400-e29b-41d4-a716-446655440002";
    static final String WON = "550e8400-e29b-41d4-a716-446655440003";
    static final String LOST = "550e8400-e29b-41d4-a716-446655440012";
    static final String CONTACT = "7a1b2c3d-4e5f-6789-abcd-ef0123456789";
    static final String TOKEN = "bsk_test_" + "0123456789".repeat(4) + "abc";

    private BacksideServer() {}

    static DealsClient connect(MockWebServer server, Map<String, String> settings) {
        DealsConfig.Builder config = DealsConfig.builder()
                .set("deals.provider", "backside")
                .set("deals.base-url", server.url("/").toString().replaceAll("/$", ""))
                .set("deals.token", TOKEN)
                .set("deals.max-retry-delay", "1ms")
                .set("deals.settle-time", "12ms");
        settings.forEach(config::set);
        return DealsClient.connect(config.build());
    }

    /** A client of the simulator, with all that a configuration can say of its stages. */
    static DealsClient connect(BacksideSimulator simulator, Map<String, String> settings) {
        DealsConfig.Builder config = DealsConfig.builder()
                .set("deals.stages.qualified", stage(simulator, "Qualified"))
                .set("deals.won-stage", stage(simulator, "Won"))
                .set("deals.lost-stage", stage(simulator, "Lost"))
                .set("deals.open-stage", stage(simulator, "Lead"))
                .set("deals.allow-unverified", "true")
                .set("deals.max-retry-delay", "1ms")
                .set("deals.settle-time", "12ms");
        simulator.config().forEach(config::set);
        settings.forEach(config::set);
        return DealsClient.connect(config.build());
    }

    static String stage(BacksideSimulator simulator, String name) {
        return Objects.requireNonNull(simulator.stages().get(name), name);
    }

    static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    static String fixture(String name) {
        try (InputStream source = Objects.requireNonNull(BacksideServer.class.getResourceAsStream(name), name)) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The documented response to a move, with the deal in the stage that was asked for. */
    static String movedTo(String stage) {
        return fixture("move_documented_response.json")
                .replaceFirst("\"stage_id\": \"[^\"]*\"", "\"stage_id\": \"" + stage + "\"");
    }

    /** JSON as JDK types, for comparisons that do not care for order and white space. */
    static Object tree(String json) {
        return JsonReader.of(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))
                .document()
                .orElseThrow();
    }

    static Object body(RecordedRequest request) {
        return tree(Objects.requireNonNull(request.getBody()).utf8());
    }
}
