package dev.dealsdk.internal.json;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;

/** An element of an array that the parser refuses, found by its quotes and brackets alone. */
final class RawElement {
    private static final int CHUNK = 8_000;

    private final RetainingInputStream in;
    private byte[] bytes;
    private int length;
    private int begin;
    private int end;

    /** @param known what has been read already */
    RawElement(byte[] known, RetainingInputStream in) {
        this.in = in;
        this.bytes = known;
        this.length = known.length;
    }

    /** Whether there is an element at a place. */
    boolean isAt(int place) throws IOException {
        begin = behindBlanks(place);
        end = endOf(begin);
        return end > begin;
    }

    /** Whether there is an element behind a place, the comma and whatever the array holds before it. */
    boolean isBehind(int place) throws IOException {
        int before = endOf(place);
        int comma = before < 0 ? -1 : behindBlanks(before);
        return comma >= 0 && at(comma) == ',' && isAt(comma + 1);
    }

    byte[] text() {
        return Arrays.copyOfRange(bytes, begin, end);
    }

    /** What has been read behind it. */
    byte[] rest() {
        return Arrays.copyOfRange(bytes, end, length);
    }

    private int behindBlanks(int place) throws IOException {
        int at = place;
        while (isBlank(at(at))) {
            at++;
        }
        return at;
    }

    /** Where the value at a place ends; -1 if brackets do not match, or the stream ends before it. */
    private int endOf(int place) throws IOException {
        BitSet objects = new BitSet();
        int depth = 0;
        boolean quoted = false;
        for (int at = place; ; at++) {
            int next = at(at);
            if (next < 0) {
                return -1;
            }
            if (quoted) {
                if (next == '\\') {
                    at++;
                } else if (next == '"') {
                    quoted = false;
                }
            } else if (next == '"') {
                quoted = true;
            } else if (next == '{' || next == '[') {
                objects.set(depth++, next == '{');
            } else if (depth == 0 && (next == ',' || next == ']' || next == '}' || isBlank(next))) {
                return at;
            } else if ((next == '}' || next == ']') && objects.get(--depth) != (next == '}')) {
                return -1;
            }
        }
    }

    private static boolean isBlank(int next) {
        return next == ' ' || next == '\n' || next == '\r' || next == '\t';
    }

    private int at(int place) throws IOException {
        while (place >= length) {
            if (bytes.length < length + CHUNK) {
                bytes = Arrays.copyOf(bytes, length + Math.max(CHUNK, length / 2));
            }
            // Little at a time: what is read too much is copied again for the next one.
            int count = in.pull(bytes, length, CHUNK);
            if (count < 0) {
                return -1;
            }
            length += count;
        }
        return bytes[place] & 0xff;
    }
}
