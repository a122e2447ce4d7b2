package dev.dealsdk.internal.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Remembers the last chunk that was read and, while a mark is set, everything from the mark on. */
final class RetainingInputStream extends FilterInputStream {
    private static final long NO_MARK = -1;

    private byte[] kept = new byte[0];
    private int keptLength;
    /** The place in the stream of the first byte that is kept. */
    private long keptOffset;

    private long mark = NO_MARK;

    RetainingInputStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        if (count > 0) {
            dropBefore(mark == NO_MARK ? keptOffset + keptLength : mark);
            append(buffer, offset, count);
        }
        return count;
    }

    /** Keeps everything from a place in the stream on, which must be within what is kept already. */
    void mark(long offset) {
        mark = Math.max(offset, keptOffset);
    }

    void unmark() {
        mark = NO_MARK;
    }

    boolean isMarked() {
        return mark != NO_MARK;
    }

    byte[] between(long begin, long end) {
        int from = (int) (Math.max(begin, keptOffset) - keptOffset);
        int to = (int) Math.min(Math.max(end - keptOffset, from), keptLength);
        return Arrays.copyOfRange(kept, from, to);
    }

    private void dropBefore(long offset) {
        int drop = (int) Math.min(offset - keptOffset, keptLength);
        System.arraycopy(kept, drop, kept, 0, keptLength - drop);
        keptLength -= drop;
        keptOffset += drop;
    }

    private void append(byte[] buffer, int offset, int count) {
        if (keptLength + count > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(keptLength + count, kept.length * 2));
        }
        System.arraycopy(buffer, offset, kept, keptLength, count);
        keptLength += count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public long skip(long count) {
        throw new UnsupportedOperationException("bytes that are skipped could not be given back");
    }
}
