package dev.dealsdk.benchmarks.server;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the server has to know of a request.
 *
 * @param method in upper case
 * @param target path and query as sent
 * @param contentLength bytes of the body that follows
 * @param idempotencyKey of the header of that name; null when there is none
 */
public record RequestHead(
        String method,
        String target,
        int contentLength,
        @Nullable String idempotencyKey) {

    /** The next head; null when the client sends no more. */
    public static @Nullable RequestHead read(InputStream in) throws IOException {
        String first = line(in);
        if (first == null) {
            return null;
        }
        String[] parts = first.split(" ", 3);
        int length = 0;
        String key = null;
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            } else if (lower.startsWith("idempotency-key:")) {
                key = line.substring("idempotency-key:".length()).strip();
            } else if (lower.startsWith("transfer-encoding:")) {
                throw new IOException("no client was expected to send its body in chunks");
            }
        }
        return new RequestHead(parts[0], parts[1], length, key);
    }

    /** The number of the page that is asked for. */
    int page() {
        int at = target.indexOf("page=");
        // Not the "page=" in "per_page=".
        while (at > 0 && target.charAt(at - 1) != '?' && target.charAt(at - 1) != '&') {
            at = target.indexOf("page=", at + 1);
        }
        if (at < 0) {
            return 1;
        }
        int end = target.indexOf('&', at);
        return Integer.parseInt(target.substring(at + "page=".length(), end < 0 ? target.length() : end));
    }

    private static @Nullable String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                if (line.isEmpty()) {
                    return null;
                }
                throw new EOFException("in the middle of a line");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
