package dev.dealsdk.verify.architecture.offending;

import com.fasterxml.jackson.core.JsonParser;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okio.Buffer;

/** Shows its callers libraries as a return type, an argument of a type, a parameter and a field. */
public abstract class LeaksLibraries {
    protected final Buffer buffer = new Buffer();

    private final Request hidden = new Request.Builder().url("http://localhost").build();

    public Call call(OkHttpClient client) {
        return client.newCall(hidden);
    }

    public abstract Optional<JsonParser> parser();
}
