package dev.dealsdk.internal.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** JSON as it was written, which may be sent more than once, though not at the same time. */
final class JsonBody extends RequestBody {
    private static final MediaType TYPE = MediaType.get("application/json");

    private final ByteBuffer json;

    JsonBody(ByteBuffer json) {
        this.json = json;
    }

    @Override
    public MediaType contentType() {
        return TYPE;
    }

    @Override
    public long contentLength() {
        return json.limit();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(json.rewind());
    }
}
