package dev.dealsdk.transfer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the store knows of one deal. Immutable.
 *
 * @param step what an intent without a result is about
 * @param done whether all steps are done, for the contents that {@code source} is the fingerprint of
 * @param intentAt when the last intent was written, in milliseconds since 1970; 0 for never
 * @param key the idempotency key of that create
 * @param source fingerprints of what was carried over, by number of the field
 * @param target fingerprints of what the target had afterwards, by number of the field
 */
record StoredDeal(
        TransferState state,
        Step step,
        boolean done,
        Optional<String> targetId,
        long intentAt,
        Optional<String> key,
        Optional<String> reason,
        Map<Integer, Integer> source,
        Map<Integer, Integer> target) {
    private static final int FORMAT = 1;
    /** A vendor remembers a key for 24 hours where one is documented; an hour less, for clocks that differ. */
    private static final Duration KEY_LIFE = Duration.ofHours(23);

    /** Their order is part of the format. */
    private static final List<TransferState> STATES = List.of(TransferState.values());

    private static final List<Step> STEPS = List.of(Step.values());

    /** A write at the target. */
    enum Step {
        NONE,
        CREATE,
        UPDATE,
        CLOSE
    }

    static StoredDeal of(TransferState state) {
        return new StoredDeal(
                state, Step.NONE, false, Optional.empty(), 0, Optional.empty(), Optional.empty(), Map.of(), Map.of());
    }

    static StoredDeal intent(long now, Optional<String> key) {
        return new StoredDeal(
                TransferState.INTENT,
                Step.CREATE,
                false,
                Optional.empty(),
                now,
                key,
                Optional.empty(),
                Map.of(),
                Map.of());
    }

    StoredDeal created(String id, Map<Integer, Integer> shown) {
        return new StoredDeal(
                TransferState.CREATED,
                Step.NONE,
                false,
                Optional.of(id),
                0,
                Optional.empty(),
                Optional.empty(),
                source,
                shown);
    }

    StoredDeal intend(Step next, long now) {
        return new StoredDeal(state, next, done, targetId, now, key, Optional.empty(), source, target);
    }

    StoredDeal state(TransferState next) {
        return new StoredDeal(next, step, done, targetId, intentAt, key, reason, source, target);
    }

    StoredDeal failed(TransferState next, String why) {
        return new StoredDeal(next, step, done, targetId, intentAt, key, Optional.of(why), source, target);
    }

    /** A later create may not repeat the key: the vendor answers it with the failure that it remembers. */
    StoredDeal withoutKey() {
        return new StoredDeal(state, step, done, targetId, intentAt, Optional.empty(), reason, source, target);
    }

    StoredDeal finished(TransferState next, Map<Integer, Integer> carried, Map<Integer, Integer> shown) {
        return new StoredDeal(next, Step.NONE, true, targetId, 0, Optional.empty(), Optional.empty(), carried, shown);
    }

    /** Whether a create was sent of which nobody knows what became. */
    boolean isPending() {
        return targetId.isEmpty()
                && step == Step.CREATE
                && (state == TransferState.INTENT || state == TransferState.UNKNOWN);
    }

    /** Whether the vendor would still know a repetition of its create by the key. */
    boolean hasLiveKey() {
        return key.isPresent() && System.currentTimeMillis() - intentAt < KEY_LIFE.toMillis();
    }

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeByte(STATES.indexOf(state));
            out.writeByte(STEPS.indexOf(step) * 2 + (done ? 1 : 0));
            write(out, targetId);
            out.writeLong(intentAt);
            write(out, key);
            write(out, reason);
            write(out, source);
            write(out, target);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static StoredDeal of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int format = in.readByte();
            if (format != FORMAT) {
                throw new TransferException(
                        TransferException.Kind.STORE_UNUSABLE,
                        "the store has format " + format + ", which this version cannot read");
            }
            TransferState state = STATES.get(in.readByte());
            int step = in.readByte();
            return new StoredDeal(
                    state,
                    STEPS.get(step / 2),
                    step % 2 == 1,
                    text(in),
                    in.readLong(),
                    text(in),
                    text(in),
                    hashes(in),
                    hashes(in));
        } catch (IOException cut) {
            throw new TransferException(TransferException.Kind.STORE_UNUSABLE, "the store is damaged", cut);
        }
    }

    private static void write(DataOutputStream out, Optional<String> text) throws IOException {
        out.writeUTF(text.orElse(""));
    }

    private static Optional<String> text(DataInputStream in) throws IOException {
        return Optional.of(in.readUTF()).filter(text -> !text.isEmpty());
    }

    private static void write(DataOutputStream out, Map<Integer, Integer> hashes) throws IOException {
        out.writeShort(hashes.size());
        for (Map.Entry<Integer, Integer> hash : hashes.entrySet()) {
            out.writeShort(hash.getKey());
            out.writeInt(hash.getValue());
        }
    }

    private static Map<Integer, Integer> hashes(DataInputStream in) throws IOException {
        Map<Integer, Integer> hashes = new TreeMap<>();
        for (int left = in.readShort(); left > 0; left--) {
            int field = in.readShort();
            hashes.put(field, in.readInt());
        }
        return hashes;
    }
}
