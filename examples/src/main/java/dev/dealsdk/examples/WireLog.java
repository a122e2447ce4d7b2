package dev.dealsdk.examples;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Notes what goes over the wire: the SDK takes any OkHttp client, so an interceptor sees every request it makes. */
final class WireLog implements Interceptor {
    private final List<String> lines = new ArrayList<>();

    /** An HTTP client that writes here. */
    OkHttpClient httpClient() {
        return new OkHttpClient.Builder().addNetworkInterceptor(this).build();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Response response = chain.proceed(request);
        add(request.method() + " " + pathOf(request.url()) + "  ->  " + response.code());
        return response;
    }

    synchronized boolean isEmpty() {
        return lines.isEmpty();
    }

    synchronized List<String> take() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    private synchronized void add(String line) {
        lines.add(line);
    }

    private static String pathOf(HttpUrl url) {
        return url.encodedPath() + (url.encodedQuery() == null ? "" : "?" + url.encodedQuery());
    }
}
