package dev.dealsdk.internal.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Remembers, while a mark is set, everything from the mark on. The last chunk is not copied: it is in the reader's own buffer,
 * which must stay as it is until the next chunk is read.
 */
final class RetainingInputStream extends FilterInputStream {
    private static final long NO_MARK = Long.MAX_VALUE;
    private static final byte[] NOTHING = {};

    private byte[] chunk = NOTHING;
    private int chunkStart;
    private int chunkLength;
    /** The place in the stream of the first byte of the chunk. */
    private long chunkOffset;

    /** What comes before the chunk, as far as it is marked. */
    private byte[] kept = NOTHING;

    private int keptLength;
    private long mark = NO_MARK;

    /** What comes before the rest of the stream. */
    private byte[] pending = NOTHING;

    private int pendingAt;
    private long received;

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
        keepMarked();
        int count = Math.max(pull(buffer, offset, length), 0);
        chunk = buffer;
        chunkStart = offset;
        chunkOffset += chunkLength;
        chunkLength = count;
        return count == 0 && length > 0 ? -1 : count;
    }

    /** Reads on without a place in the stream; only to be followed by {@link #restart}. */
    int pull(byte[] buffer, int offset, int length) throws IOException {
        int left = pending.length - pendingAt;
        if (left > 0) {
            int count = Math.min(left, length);
            System.arraycopy(pending, pendingAt, buffer, offset, count);
            pendingAt += count;
            return count;
        }
        int count = in.read(buffer, offset, length);
        received += Math.max(count, 0);
        return count;
    }

    /** Begins a stream of its own, without a mark: these bytes, and then what has not been read yet. */
    void restart(byte[] head) {
        byte[] all = Arrays.copyOf(head, head.length + pending.length - pendingAt);
        System.arraycopy(pending, pendingAt, all, head.length, pending.length - pendingAt);
        pending = all;
        pendingAt = 0;
        chunk = NOTHING;
        chunkLength = 0;
        chunkOffset = 0;
        keptLength = 0;
        mark = NO_MARK;
    }

    /** How many bytes have come. */
    long received() {
        return received;
    }

    /** Before the chunk is overwritten. */
    private void keepMarked() {
        long first = Math.max(mark, chunkOffset - keptLength);
        int drop = (int) Math.min(first - (chunkOffset - keptLength), keptLength);
        System.arraycopy(kept, drop, kept, 0, keptLength - drop);
        keptLength -= drop;
        int from = (int) Math.min(Math.max(first - chunkOffset, 0), chunkLength);
        int more = chunkLength - from;
        if (keptLength + more > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(keptLength + more, kept.length * 2));
        }
        System.arraycopy(chunk, chunkStart + from, kept, keptLength, more);
        keptLength += more;
    }

    /** Keeps everything from a place in the stream on, which must be within what is kept already or within the last chunk. */
    void mark(long offset) {
        mark = offset;
    }

    void unmark() {
        mark = NO_MARK;
    }

    boolean isMarked() {
        return mark != NO_MARK;
    }

    byte[] between(long begin, long end) {
        long keptOffset = chunkOffset - keptLength;
        byte[] all = new byte[keptLength + chunkLength];
        System.arraycopy(kept, 0, all, 0, keptLength);
        System.arraycopy(chunk, chunkStart, all, keptLength, chunkLength);
        int from = (int) (Math.max(begin, keptOffset) - keptOffset);
        int to = (int) Math.min(Math.max(end - keptOffset, from), all.length);
        return Arrays.copyOfRange(all, from, to);
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
