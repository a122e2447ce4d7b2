package dev.dealsdk.verify.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What ArchUnit does not show of a class: the texts of its constant pool, string constants and names of every kind. */
final class ClassFile {
    private static final int MAGIC_AND_VERSION_BYTES = 8;

    private ClassFile() {}

    static List<String> textsOf(JavaClass type) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(
                type.getSource().orElseThrow().getUri().toURL().openStream()))) {
            in.skipNBytes(MAGIC_AND_VERSION_BYTES);
            return constants(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The tags of JVMS 4.4. */
    private static List<String> constants(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        int count = in.readUnsignedShort();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts.add(in.readUTF());
                case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    // A long or double takes two places.
                    i++;
                }
                default -> throw new IOException("unknown constant tag " + tag);
            }
        }
        return texts;
    }
}
