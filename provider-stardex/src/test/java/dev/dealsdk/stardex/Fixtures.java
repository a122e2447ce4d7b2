package dev.dealsdk.stardex;

import dev.dealsdk.spi.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import mockwebserver3.MockResponse;

/** The vendor's JSON, from the files that the README beside them describes. */
final class Fixtures {
    private Fixtures() {}

    static String text(String file) {
        try (InputStream in = Objects.requireNonNull(Fixtures.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** JSON as JDK types: the order of fields does not matter, every digit does. */
    static Object tree(String json) {
        return JsonReader.of(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))
                .document()
                .orElseThrow();
    }

    static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    /** A success whose {@code data} is this JSON. */
    static MockResponse data(String json) {
        return json(200, "{\"success\":true,\"data\":" + json + "}");
    }
}
