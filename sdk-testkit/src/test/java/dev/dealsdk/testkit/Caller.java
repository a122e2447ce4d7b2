package dev.dealsdk.testkit;

import dev.dealsdk.testkit.internal.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** A plain HTTP caller that repeats nothing and keeps no connection, so that every fault shows. */
final class Caller {
    static final String TECH_CORP = "880e8400-e29b-41d4-a716-446655440000";
    static final String STARTUP = "880e8400-e29b-41d4-a716-446655440001";
    static final String UNKNOWN = "11111111-2222-3333-4444-555555555555";

    private static final MediaType JSON = MediaType.get("application/json");
    private static final OkHttpClient HTTP = new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .build();

    private final String url;
    private final String token;
    private final OkHttpClient http;
    private final Map<String, String> headers;

    private Caller(String url, String token, OkHttpClient http, Map<String, String> headers) {
        this.url = url;
        this.token = token;
        this.http = http;
        this.headers = headers;
    }

    static Caller of(VendorSimulator simulator) {
        return new Caller(simulator.url(), simulator.config().getOrDefault("deals.token", ""), HTTP, Map.of());
    }

    Caller withToken(String other) {
        return new Caller(url, other, http, headers);
    }

    Caller withTimeout(Duration timeout) {
        return new Caller(url, token, http.newBuilder().readTimeout(timeout).build(), headers);
    }

    /** With this header in place of any other. */
    Caller withHeader(String name, String value) {
        return new Caller(url, token, http, Map.of(name, value));
    }

    Reply get(String path) throws IOException {
        return send("GET", path, null);
    }

    Reply post(String path, String body) throws IOException {
        return send("POST", path, RequestBody.create(body, JSON));
    }

    Reply patch(String path, String body) throws IOException {
        return send("PATCH", path, RequestBody.create(body, JSON));
    }

    Reply put(String path, String body) throws IOException {
        return send("PUT", path, RequestBody.create(body, JSON));
    }

    Reply delete(String path) throws IOException {
        return send("DELETE", path, null);
    }

    Reply send(String method, String path, @Nullable RequestBody body) throws IOException {
        okhttp3.Request.Builder request =
                new okhttp3.Request.Builder().url(url + path).method(method, body);
        headers.forEach(request::header);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try (Response response = http.newCall(request.build()).execute()) {
            return new Reply(
                    response.code(),
                    response.headers().toMultimap(),
                    response.body().string());
        }
    }

    /** A response as received; the readers expect the shape they are named after. */
    record Reply(int status, Map<String, List<String>> headers, String text) {
        Map<String, @Nullable Object> json() {
            return Json.object(text).orElseThrow(() -> new AssertionError("not a JSON object: " + text));
        }

        Map<String, @Nullable Object> deal() {
            return member("data");
        }

        /** An object by its name in the envelope. */
        Map<String, @Nullable Object> member(String name) {
            return members(json().get(name));
        }

        Map<String, @Nullable Object> error() {
            return members(json().get("error"));
        }

        Map<String, @Nullable Object> meta() {
            return members(json().get("meta"));
        }

        List<@Nullable Object> items() {
            return json().get("data") instanceof List<?> list ? new ArrayList<>(list) : List.of();
        }

        List<Object> names() {
            return items().stream()
                    .map(item -> members(item).getOrDefault("name", ""))
                    .toList();
        }

        List<Object> invalidFields() {
            return error().get("details") instanceof List<?> details
                    ? details.stream()
                            .map(detail -> members(detail).getOrDefault("field", ""))
                            .toList()
                    : List.of();
        }

        @SuppressWarnings("unchecked") // Read from JSON: every key is a string.
        private static Map<String, Object> members(@Nullable Object value) {
            if (value instanceof Map<?, ?> map) {
                return (Map<String, Object>) map;
            }
            throw new AssertionError("not a JSON object: " + value);
        }
    }
}
