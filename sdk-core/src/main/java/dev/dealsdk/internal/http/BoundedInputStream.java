package dev.dealsdk.internal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A body that ends with an exception when it is larger than allowed, and whose beginning can be quoted. The beginning is not
 * copied while it is the last that was read: then it stands in the reader's own buffer.
 */
final class BoundedInputStream extends FilterInputStream {
    private static final int QUOTABLE = 512;
    private static final byte[] NOTHING = {};

    private final long limit;
    private long count;
    private byte[] chunk = NOTHING;
    private int chunkStart;
    private int chunkLength;
    /** What comes before the chunk, as far as it is quoted. */
    private byte[] head = NOTHING;

    BoundedInputStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        head = headBytes();
        int read = in.read(buffer, offset, length);
        chunk = buffer;
        chunkStart = offset;
        chunkLength = Math.max(read, 0);
        count += chunkLength;
        if (count > limit) {
            throw new TooLargeException(limit);
        }
        return read;
    }

    private byte[] headBytes() {
        int more = Math.min(chunkLength, QUOTABLE - head.length);
        if (more == 0) {
            return head;
        }
        byte[] longer = Arrays.copyOf(head, head.length + more);
        System.arraycopy(chunk, chunkStart, longer, head.length, more);
        return longer;
    }

    @Override
    public long skip(long bytes) {
        throw new UnsupportedOperationException("bytes that are skipped would not be counted");
    }

    /** What has been read so far, up to a few hundred bytes; only to be asked for while the reader keeps its buffer. */
    String head() {
        return new String(headBytes(), StandardCharsets.UTF_8);
    }

    /** The body is larger than {@code deals.max-response-bytes}. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(long limit) {
            super("the response is larger than the " + limit + " bytes of deals.max-response-bytes");
        }
    }
}
