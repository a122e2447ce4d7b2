package dev.dealsdk.transfer;

import dev.dealsdk.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Maps the id of each deal at the source to its id at the target. Immutable and thread-safe.
 *
 * <p>It takes as much memory as the text of the ids, plus 8 bytes for each deal.
 */
public final class Crosswalk {
    static final String SOURCE = "source";
    static final String TARGET = "target";

    private final Optional<String> sourceProvider;
    private final Optional<String> targetProvider;
    /** Old and new ids alternately, sorted by the bytes of the old id. */
    private final byte[] text;
    /** The start of each id, and the end of the last. */
    private final int[] starts;

    Crosswalk(Optional<String> sourceProvider, Optional<String> targetProvider, byte[] text, int[] starts) {
        this.sourceProvider = sourceProvider;
        this.targetProvider = targetProvider;
        this.text = text;
        this.starts = starts;
    }

    static Crosswalk of(TransferStore store) {
        CrosswalkLines lines = new CrosswalkLines(provider(store, Workplace.SOURCE), provider(store, Workplace.TARGET));
        store.each((id, deal) -> deal.targetId().ifPresent(target -> lines.add(id, target, 0)));
        return lines.toCrosswalk();
    }

    /** The store describes an account as its provider, a blank and further details. */
    private static Optional<String> provider(TransferStore store, String side) {
        return store.about(side).map(account -> account.split(" ", 2)[0]);
    }

    /**
     * Reads a file that {@link #write} has written, also after it was saved by a spreadsheet program: UTF-8, with commas,
     * semicolons or tabs between the columns.
     *
     * @param file a file of up to 256 MiB
     * @return the cross-walk
     * @throws ConfigurationException if the file cannot be read or is not a cross-walk, if an id is both old and new, or if an old
     *     id has two new ids; it lists the lines
     */
    public static Crosswalk read(Path file) {
        return CrosswalkFile.read(file);
    }

    /**
     * {@return the id at the target; empty if the source id is not in the cross-walk}
     *
     * @param sourceId the id at the source
     */
    public Optional<String> targetOf(String sourceId) {
        byte[] key = sourceId.getBytes(StandardCharsets.UTF_8);
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Arrays.compareUnsigned(text, starts[2 * middle], starts[2 * middle + 1], key, 0, key.length);
            if (order == 0) {
                return Optional.of(id(2 * middle + 1));
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    /** {@return the number of deals} */
    public int size() {
        return (starts.length - 1) / 2;
    }

    /** {@return the provider of the old ids; empty if the file does not name it} */
    public Optional<String> sourceProvider() {
        return sourceProvider;
    }

    /** {@return the provider of the new ids; empty if the file does not name it} */
    public Optional<String> targetProvider() {
        return targetProvider;
    }

    /** {@return the target id by source id, sorted by source id; a copy that takes much more memory} */
    public Map<String, String> targets() {
        Map<String, String> targets = new TreeMap<>();
        each(targets::put);
        return Collections.unmodifiableMap(targets);
    }

    void each(BiConsumer<String, String> consumer) {
        for (int i = 0; i < size(); i++) {
            consumer.accept(id(2 * i), id(2 * i + 1));
        }
    }

    private String id(int number) {
        int start = starts[number];
        return new String(text, start, starts[number + 1] - start, StandardCharsets.UTF_8);
    }

    /**
     * {@return the cross-walk as CSV (RFC 4180), with a header that names the providers, such as {@code source play2sell,target
     * stora}}
     */
    public String csv() {
        StringBuilder csv = new StringBuilder(csv(named(SOURCE, sourceProvider), named(TARGET, targetProvider)));
        each((source, target) -> csv.append(csv(source, target)));
        return csv.toString();
    }

    private static String named(String column, Optional<String> provider) {
        return provider.map(id -> column + " " + id).orElse(column);
    }

    /**
     * Writes {@link #csv} to a file. The file is replaced atomically where the file system supports it, so that a program that
     * reads it sees either the old or the new contents.
     *
     * @param file replaced if it exists
     * @throws UncheckedIOException if it cannot be written
     */
    public void write(Path file) {
        Path whole = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.writeString(whole, csv(), StandardCharsets.UTF_8);
            try {
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException other) {
                Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write the cross-walk " + file + ": " + unwritable, unwritable);
        }
    }

    /** A line of CSV. Cells that a spreadsheet would treat as a formula get an apostrophe. */
    static String csv(String... cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            if (!line.isEmpty()) {
                line.append(',');
            }
            String text = isGuarded(cell) ? "'" + cell : cell;
            line.append(text.matches("[^\",;\t\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"');
        }
        return line.append('\n').toString();
    }

    /** Also true for cells that begin with an apostrophe, so that {@link #unguarded} restores every cell. */
    private static boolean isGuarded(String cell) {
        return !cell.isEmpty() && "=+@'".indexOf(cell.charAt(0)) >= 0;
    }

    /** The original cell of {@link #csv(String...)}. */
    static String unguarded(String cell) {
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }
}
