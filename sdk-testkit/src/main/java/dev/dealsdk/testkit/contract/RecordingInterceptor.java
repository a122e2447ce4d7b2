package dev.dealsdk.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dealsdk.testkit.internal.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Notes every request a client sends, and changes responses where a test asks for it. Thread-safe. */
final class RecordingInterceptor implements Interceptor {
    /** One for all: making one reads all certificates of the JDK. */
    private static final OkHttpClient HTTP = new OkHttpClient();

    /** More than any call of the suite needs: what goes beyond would go on for ever. */
    private static final int MOST_REQUESTS = 200;

    private final List<SentRequest> sent = new ArrayList<>();
    private volatile BiFunction<SentRequest, JsonNode, JsonNode> change = (request, json) -> json;

    OkHttpClient httpClient() {
        return HTTP.newBuilder().addInterceptor(this).build();
    }

    /** From now on JSON responses arrive as this makes them. */
    void change(BiFunction<SentRequest, JsonNode, JsonNode> rule) {
        change = rule;
    }

    synchronized int count() {
        return sent.size();
    }

    /** The requests after the first so many. */
    synchronized List<SentRequest> after(int count) {
        return List.copyOf(sent.subList(count, sent.size()));
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        SentRequest request = SentRequest.of(chain.request());
        note(request);
        Response response = chain.proceed(chain.request());
        if (!response.isSuccessful()) {
            return response;
        }
        ResponseBody body = response.body();
        String text = body.string();
        JsonNode json = Json.tree(text);
        String changed = json.isMissingNode() ? text : Json.text(change.apply(request, json));
        return response.newBuilder()
                .body(ResponseBody.create(changed, body.contentType()))
                .build();
    }

    private synchronized void note(SentRequest request) {
        if (sent.size() >= MOST_REQUESTS) {
            throw new AssertionError("a call that should end sends request after request, such as " + request);
        }
        sent.add(request);
    }
}
