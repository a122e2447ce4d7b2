package dev.dealsdk.internal.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A body that ends with an exception when it is larger than allowed, and whose beginning can be quoted. */
final class BoundedInputStream extends FilterInputStream {
    private static final int QUOTABLE = 512;

    private final long limit;
    private final byte[] head = new byte[QUOTABLE];
    private int headLength;
    private long count;

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
        int read = in.read(buffer, offset, length);
        if (read > 0) {
            int quoted = Math.min(read, QUOTABLE - headLength);
            System.arraycopy(buffer, offset, head, headLength, quoted);
            headLength += quoted;
            count += read;
            if (count > limit) {
                throw new TooLargeException(limit);
            }
        }
        return read;
    }

    @Override
    public long skip(long bytes) {
        throw new UnsupportedOperationException("bytes that are skipped would not be counted");
    }

    /** What has been read so far, up to a few hundred bytes. */
    String head() {
        return new String(head, 0, headLength, StandardCharsets.UTF_8);
    }

    /** The body is larger than {@code deals.max-response-bytes}. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(long limit) {
            super("the answer is larger than the " + limit + " bytes of deals.max-response-bytes");
        }
    }
}
