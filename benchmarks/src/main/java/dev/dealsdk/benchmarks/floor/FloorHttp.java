package dev.dealsdk.benchmarks.floor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Sends, checks the status, and hands the parser to whoever knows the answer. */
final class FloorHttp {
    static final JsonFactory JSON = new JsonFactory();
    private static final MediaType JSON_TYPE = MediaType.get("application/json");

    private final OkHttpClient http = new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool(64, 5, TimeUnit.MINUTES))
            .callTimeout(Duration.ofSeconds(30))
            .build();
    private final HttpUrl base;

    FloorHttp(String url) {
        this.base = HttpUrl.get(url);
    }

    HttpUrl.Builder url(String... segments) {
        HttpUrl.Builder url = base.newBuilder();
        for (String segment : segments) {
            url.addPathSegment(segment);
        }
        return url;
    }

    <T> T get(HttpUrl url, Reading<T> reading) throws IOException {
        return send(new Request.Builder().url(url), reading);
    }

    <T> T send(String method, HttpUrl url, Writing writing, Reading<T> reading) throws IOException {
        return send(new Request.Builder().url(url).method(method, body(writing)), reading);
    }

    <T> T send(String method, HttpUrl url, String idempotencyKey, Writing writing, Reading<T> reading)
            throws IOException {
        return send(
                new Request.Builder().url(url).method(method, body(writing)).header("Idempotency-Key", idempotencyKey),
                reading);
    }

    private static RequestBody body(Writing writing) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            writing.write(json);
            json.writeEndObject();
        }
        return RequestBody.create(body.toByteArray(), JSON_TYPE);
    }

    private <T> T send(Request.Builder request, Reading<T> reading) throws IOException {
        request.header("Authorization", "Bearer token").header("Accept", "application/json");
        try (Response response = http.newCall(request.build()).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException("HTTP " + response.code());
            }
            try (JsonParser json = JSON.createParser(response.body().byteStream())) {
                return reading.read(json);
            }
        }
    }

    /** Writes the fields of a request. */
    @FunctionalInterface
    interface Writing {
        void write(JsonGenerator json) throws IOException;
    }

    /** Reads an answer from its beginning. */
    @FunctionalInterface
    interface Reading<T> {
        T read(JsonParser json) throws IOException;
    }
}
