package dev.dealsdk.transfer;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** How an id stands in a file: a UUID in 16 bytes, any other text as it is; in the order of texts. */
final class IdType extends BasicDataType<String> {
    static final IdType INSTANCE = new IdType();
    /** In place of a length, which is never negative. */
    private static final int UUID_FOLLOWS = -1;

    private static final int UUID_LENGTH = 36;

    private IdType() {}

    @Override
    public int compare(String one, String other) {
        return one.compareTo(other);
    }

    @Override
    public int getMemory(String id) {
        return 56 + id.length();
    }

    @Override
    public void write(WriteBuffer out, String id) {
        Optional<UUID> uuid = uuid(id);
        if (uuid.isPresent()) {
            out.putVarInt(UUID_FOLLOWS + 1)
                    .putLong(uuid.get().getMostSignificantBits())
                    .putLong(uuid.get().getLeastSignificantBits());
        } else {
            out.putVarInt(id.length() + 1).putStringData(id, id.length());
        }
    }

    @Override
    public String read(ByteBuffer in) {
        int length = DataUtils.readVarInt(in) - 1;
        return length == UUID_FOLLOWS
                ? new UUID(in.getLong(), in.getLong()).toString()
                : DataUtils.readString(in, length);
    }

    /** Only if it comes back letter by letter. */
    private static Optional<UUID> uuid(String id) {
        if (id.length() != UUID_LENGTH || id.charAt(8) != '-') {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(id))
                    .filter(uuid -> uuid.toString().equals(id));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    @Override
    public String[] createStorage(int size) {
        return new String[size];
    }
}
