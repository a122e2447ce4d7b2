package dev.dealsdk.transfer;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * The record of one deal in the store. Immutable.
 *
 * @param step the write whose result is not known
 * @param done whether all steps are finished for the contents of {@code source}
 * @param intentAt when the last intent was recorded, in milliseconds since 1970; 0 for never
 * @param key the idempotency key of a create without a result
 * @param source fingerprints of the transferred fields, by number of the field; for a create without a result, of the fields sent
 * @param target fingerprints of the fields that the target showed afterwards, by number of the field
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
    /** Vendors that document a lifetime remember a key for 24 hours; one hour less allows for clock differences. */
    private static final Duration KEY_LIFE = Duration.ofHours(23);

    /** The order is part of the file format. */
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

    static StoredDeal intent(long now, Optional<String> key, Map<Integer, Integer> contents) {
        return new StoredDeal(
                TransferState.INTENT,
                Step.CREATE,
                false,
                Optional.empty(),
                now,
                key,
                Optional.empty(),
                contents,
                Map.of());
    }

    /** The same create, repeated with contents that may have changed: only fields that are equal in both are certain. */
    StoredDeal repeated(Map<Integer, Integer> contents) {
        Map<Integer, Integer> both = new TreeMap<>(source);
        both.entrySet().retainAll(contents.entrySet());
        return new StoredDeal(state, step, done, targetId, intentAt, key, reason, both, target);
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

    /** A later create must use a new key, since the vendor would repeat the recorded failure. */
    StoredDeal withoutKey() {
        return new StoredDeal(state, step, done, targetId, intentAt, Optional.empty(), reason, source, target);
    }

    StoredDeal finished(TransferState next, Map<Integer, Integer> carried, Map<Integer, Integer> shown) {
        return new StoredDeal(next, Step.NONE, true, targetId, 0, Optional.empty(), Optional.empty(), carried, shown);
    }

    /** Whether a create without a known result was sent. */
    boolean isPending() {
        return targetId.isEmpty()
                && step == Step.CREATE
                && (state == TransferState.INTENT || state == TransferState.UNKNOWN);
    }

    /** Whether the vendor still recognizes a repeated create by its key. */
    boolean hasLiveKey() {
        return key.isPresent() && System.currentTimeMillis() - intentAt < KEY_LIFE.toMillis();
    }

    /** The compact file format: variable-length numbers, no field names, no text twice. */
    static final class Type extends BasicDataType<StoredDeal> {
        static final Type INSTANCE = new Type();
        private static final int HAS_TARGET = 1;
        private static final int HAS_INTENT = 2;
        private static final int HAS_KEY = 4;
        private static final int HAS_REASON = 8;

        private Type() {}

        @Override
        public int getMemory(StoredDeal deal) {
            return 200 + 64 * (deal.source.size() + deal.target.size());
        }

        @Override
        public void write(WriteBuffer out, StoredDeal deal) {
            out.put((byte) (STATES.indexOf(deal.state) * 8 + STEPS.indexOf(deal.step) * 2 + (deal.done ? 1 : 0)));
            out.put((byte) ((deal.targetId.isPresent() ? HAS_TARGET : 0)
                    + (deal.intentAt == 0 ? 0 : HAS_INTENT)
                    + (deal.key.isPresent() ? HAS_KEY : 0)
                    + (deal.reason.isPresent() ? HAS_REASON : 0)));
            deal.targetId.ifPresent(id -> IdType.INSTANCE.write(out, id));
            if (deal.intentAt != 0) {
                out.putVarLong(deal.intentAt);
            }
            deal.key.ifPresent(text -> IdType.INSTANCE.write(out, text));
            deal.reason.ifPresent(text -> IdType.INSTANCE.write(out, text));
            out.putVarInt(deal.source.size());
            deal.source.forEach((field, print) -> out.putVarInt(field).putInt(print));
            out.putVarInt(deal.target.size());
            deal.target.forEach((field, print) -> {
                // Most fields are equal on both sides.
                boolean same = print.equals(deal.source.get(field));
                out.putVarInt(field * 2 + (same ? 1 : 0));
                if (!same) {
                    out.putInt(print);
                }
            });
        }

        @Override
        public StoredDeal read(ByteBuffer in) {
            int head = in.get();
            int has = in.get();
            Optional<String> targetId = text(in, has & HAS_TARGET);
            long intentAt = (has & HAS_INTENT) == 0 ? 0 : DataUtils.readVarLong(in);
            Optional<String> key = text(in, has & HAS_KEY);
            Optional<String> reason = text(in, has & HAS_REASON);
            Map<Integer, Integer> source = new TreeMap<>();
            for (int left = DataUtils.readVarInt(in); left > 0; left--) {
                int field = DataUtils.readVarInt(in);
                source.put(field, in.getInt());
            }
            Map<Integer, Integer> target = new TreeMap<>();
            for (int left = DataUtils.readVarInt(in); left > 0; left--) {
                int field = DataUtils.readVarInt(in);
                target.put(field / 2, field % 2 == 1 ? source.getOrDefault(field / 2, 0) : in.getInt());
            }
            return new StoredDeal(
                    STATES.get(head / 8),
                    STEPS.get(head / 2 % 4),
                    head % 2 == 1,
                    targetId,
                    intentAt,
                    key,
                    reason,
                    source,
                    target);
        }

        private static Optional<String> text(ByteBuffer in, int isThere) {
            return isThere == 0 ? Optional.empty() : Optional.of(IdType.INSTANCE.read(in));
        }

        @Override
        public StoredDeal[] createStorage(int size) {
            return new StoredDeal[size];
        }
    }
}
