package dev.dealsdk.internal.usage;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.Requirement;
import dev.dealsdk.VendorCall;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts of requirements as a properties file in UTF-8, sorted by key. */
public final class UsageFile {
    private static final String HEADER =
            "# What a program uses of its vendor, and how often: names alone, no values.\n";

    private UsageFile() {}

    /**
     * The counts by requirement.
     *
     * @throws ConfigurationException if the file cannot be read, or holds what is no requirement; with all faults
     */
    public static SortedMap<Requirement, Long> read(Path file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(file)));
        } catch (NoSuchFileException absent) {
            throw fault(file, "there is no such file; let the program write it by deals.usage-file", absent);
        } catch (CharacterCodingException notUtf8) {
            throw fault(file, "is not UTF-8; save the file as UTF-8", notUtf8);
        } catch (IllegalArgumentException escape) {
            throw fault(file, "holds a \\u without four hexadecimal digits; write \\\\ for a backslash", escape);
        } catch (IOException unreadable) {
            throw fault(file, "cannot be read; write the path of a usage file", unreadable);
        }
        return counts(file, properties);
    }

    private static SortedMap<Requirement, Long> counts(Path file, Properties properties) {
        SortedMap<Requirement, Long> counts = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        for (String key : new TreeSet<>(properties.stringPropertyNames())) {
            String text = properties.getProperty(key, "").strip();
            if (!text.matches("[0-9]{1,18}")) {
                faults.add(file + ": " + shown(key) + ": is not a count; write a whole number");
                continue;
            }
            Requirement.parse(key)
                    .ifPresentOrElse(
                            requirement -> counts.put(requirement, Long.parseLong(text)),
                            () -> faults.add(file + ": " + shown(key)
                                    + ": is no requirement; write for example operation.move, field.create.value or"
                                    + " stage.qualification"));
        }
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
        return counts;
    }

    /** Puts a whole new file in the place of the old one. */
    static void write(Path file, Map<Requirement, Long> counts) throws IOException {
        Path target = file.toAbsolutePath();
        Path part = Files.createTempFile(target.getParent(), ".usage", ".part");
        try {
            Files.writeString(part, text(counts));
            try {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException byParts) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static String text(Map<Requirement, Long> counts) throws IOException {
        Properties properties = new Properties();
        counts.forEach((requirement, count) -> properties.setProperty(requirement.toString(), count.toString()));
        StringWriter written = new StringWriter();
        properties.store(written, null);
        StringBuilder sorted = new StringBuilder(HEADER);
        // The JDK begins with the time of writing, which would make each file another one.
        written.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .forEach(line -> sorted.append(line).append('\n'));
        return sorted.toString();
    }

    private static String shown(String key) {
        return key.replaceAll("\\p{Cntrl}", "?");
    }

    private static ConfigurationException fault(Path file, String problem, Exception cause) {
        return new ConfigurationException(
                List.of(file + ": " + problem), VendorCall.builder().build(), cause);
    }
}
