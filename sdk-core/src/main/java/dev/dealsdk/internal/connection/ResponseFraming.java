package dev.dealsdk.internal.connection;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Follows the bytes that come on an HTTP/1 connection, and so knows whether they end exactly where the framing of the response
 * says (RFC 9112, sections 6 and 7).
 *
 * <p>It reads framing as the HTTP library does. A response whose end it cannot tell for certain never ends for it, so that the
 * connection is not used again. Allocates nothing for the usual response. For one thread at a time.
 */
final class ResponseFraming {
    /** Longer than every line that matters; of a longer one the rest is not kept. */
    private static final int KEPT_OF_A_LINE = 80;

    private static final int MAX_LENGTH_DIGITS = 18;
    private static final int MAX_CHUNK_DIGITS = 15;
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final int STATUS_DIGITS = 3;

    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int FIRST_FINAL = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private static final long NONE = -1;

    private enum State {
        /** No response is due, and nothing has come since the last one ended. */
        BETWEEN,
        STATUS_LINE,
        HEADERS,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILERS,
        /** What comes belongs to nothing, or to a response whose end cannot be told. */
        LOST
    }

    private final byte[] line = new byte[KEPT_OF_A_LINE];
    private int lineLength;
    private State state = State.BETWEEN;
    private boolean bodiless;
    private int status;
    private long contentLength;
    private boolean chunked;
    private boolean contradictory;
    /** Bytes to come of the body, or of the chunk. */
    private long left;

    /**
     * Begins with the response to a request that is about to be written.
     *
     * @param method of the request
     */
    void expect(String method) {
        state = State.STATUS_LINE;
        lineLength = 0;
        status = 0;
        bodiless = method.equals("HEAD");
    }

    /** Whether every response that was due has come, wholly, and nothing else. */
    boolean isInStep() {
        return state == State.BETWEEN;
    }

    /** The status of the latest response whose head has begun to come; 0 while there is none. */
    int status() {
        return status;
    }

    /**
     * Takes what has been read.
     *
     * @return whether it goes on behind the end of the response
     */
    boolean received(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int at = offset;
        boolean wasDue = state != State.BETWEEN;
        while (at < end && state != State.LOST) {
            switch (state) {
                case BETWEEN -> {
                    state = State.LOST;
                    return wasDue;
                }
                case BODY, CHUNK -> {
                    int taken = (int) Math.min(left, end - at);
                    at += taken;
                    left -= taken;
                    if (left == 0) {
                        state = state == State.BODY ? State.BETWEEN : State.CHUNK_END;
                    }
                }
                default -> {
                    byte next = bytes[at++];
                    if (next == '\n') {
                        endOfLine();
                    } else {
                        if (lineLength < line.length) {
                            line[lineLength] = next;
                        }
                        lineLength++;
                    }
                }
            }
        }
        return false;
    }

    private void endOfLine() {
        int length = lineLength;
        lineLength = 0;
        if (length > 0 && length <= line.length && line[length - 1] == '\r') {
            length--;
        }
        switch (state) {
            case STATUS_LINE -> statusLine(length);
            case HEADERS -> {
                if (length == 0) {
                    state = afterHead();
                } else {
                    header(length);
                }
            }
            case CHUNK_SIZE -> chunkSize(length);
            case CHUNK_END -> state = length == 0 ? State.CHUNK_SIZE : State.LOST;
            case TRAILERS -> {
                if (length == 0) {
                    state = State.BETWEEN;
                }
            }
            default -> throw new IllegalStateException("no line is read in " + state);
        }
    }

    private void statusLine(int length) {
        int parsed = length >= STATUS_AT + STATUS_DIGITS && begins("http/1.", length)
                ? (int) number(STATUS_AT, STATUS_AT + STATUS_DIGITS, 10)
                : -1;
        status = Math.max(parsed, 0);
        contentLength = NONE;
        chunked = false;
        contradictory = false;
        state = parsed < 0 ? State.LOST : State.HEADERS;
    }

    private void header(int length) {
        if (begins("content-length:", length)) {
            long value = length > line.length ? NONE : decimal("content-length:".length(), length);
            contradictory |= value == NONE || (contentLength != NONE && contentLength != value);
            contentLength = value;
        } else if (begins("transfer-encoding:", length)) {
            chunked = text("transfer-encoding:".length(), length).equals("chunked");
            contradictory |= !chunked;
        }
    }

    private State afterHead() {
        if (status == SWITCHING_PROTOCOLS || contradictory) {
            return State.LOST;
        }
        if (status < FIRST_FINAL) {
            return State.STATUS_LINE;
        }
        if (bodiless) {
            return State.BETWEEN;
        }
        if (status == NO_CONTENT || status == NOT_MODIFIED) {
            // With content announced the library waits for what no server may send.
            return chunked || contentLength > 0 ? State.LOST : State.BETWEEN;
        }
        if (chunked) {
            return State.CHUNK_SIZE;
        }
        left = contentLength;
        return left > 0 ? State.BODY : left == 0 ? State.BETWEEN : State.LOST;
    }

    private void chunkSize(int length) {
        int digits = 0;
        int kept = Math.min(length, line.length);
        while (digits < kept && Character.digit(line[digits], 16) >= 0) {
            digits++;
        }
        boolean isSize = digits > 0
                && digits <= MAX_CHUNK_DIGITS
                && (digits == length || line[digits] == ';' || line[digits] == ' ' || line[digits] == '\t');
        left = isSize ? number(0, digits, 16) : NONE;
        state = left > 0 ? State.CHUNK : left == 0 ? State.TRAILERS : State.LOST;
    }

    /** @param name in lower case, with its colon */
    private boolean begins(String name, int length) {
        if (length < name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            int small = line[i] >= 'A' && line[i] <= 'Z' ? line[i] + ('a' - 'A') : line[i];
            if (small != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private long decimal(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isBlank(line[start])) {
            start++;
        }
        while (end > start && isBlank(line[end - 1])) {
            end--;
        }
        return end - start > MAX_LENGTH_DIGITS ? NONE : number(start, end, 10);
    }

    /** -1 for what is no number. */
    private long number(int from, int to, int radix) {
        long number = from < to ? 0 : NONE;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(line[i], radix);
            if (digit < 0) {
                return NONE;
            }
            number = number * radix + digit;
        }
        return number;
    }

    private static boolean isBlank(byte character) {
        return character == ' ' || character == '\t';
    }

    private String text(int from, int to) {
        int end = Math.min(to, line.length);
        return new String(line, from, end - from, StandardCharsets.ISO_8859_1)
                .trim()
                .toLowerCase(Locale.ROOT);
    }
}
