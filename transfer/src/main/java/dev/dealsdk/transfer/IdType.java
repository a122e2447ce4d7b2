package dev.dealsdk.transfer;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** The file format of ids: 16 bytes for a UUID, other texts unchanged; sorted as texts. */
final class IdType extends BasicDataType<String> {
    static final IdType INSTANCE = new IdType();
    /** Stored in place of a length, which is never negative. */
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

    /** The UUID, if its text form is exactly the id. */
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
