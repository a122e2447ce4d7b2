package dev.dealsdk.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which deal of the source has become which deal of the target. Immutable; about 200 bytes of memory for a deal. */
public final class Crosswalk {
    private static final String HEAD = "source,target\n";

    private final SortedMap<String, String> targets;

    private Crosswalk(SortedMap<String, String> targets) {
        this.targets = targets;
    }

    static Crosswalk of(TransferStore store) {
        SortedMap<String, String> targets = new TreeMap<>();
        store.each((id, deal) -> deal.targetId().ifPresent(target -> targets.put(id, target)));
        return new Crosswalk(targets);
    }

    /**
     * {@return the id at the target}
     *
     * @param sourceId the id at the source
     */
    public Optional<String> targetOf(String sourceId) {
        return Optional.ofNullable(targets.get(sourceId));
    }

    /** {@return all of them, sorted by the id at the source} */
    public Map<String, String> targets() {
        return Collections.unmodifiableMap(targets);
    }

    /** {@return the cross-walk as CSV (RFC 4180), with the head line {@code source,target}} */
    public String csv() {
        StringBuilder csv = new StringBuilder(HEAD);
        targets.forEach((source, target) -> csv.append(csv(source, target)));
        return csv.toString();
    }

    /**
     * Writes {@link #csv}.
     *
     * @param file is replaced
     * @throws UncheckedIOException if it cannot be written
     */
    public void write(Path file) {
        try {
            Files.writeString(file, csv(), StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the cross-walk " + file + " cannot be written: " + unwritable, unwritable);
        }
    }

    /** A line of CSV. What a spreadsheet would take for a formula is made a text. */
    static String csv(String... cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            if (!line.isEmpty()) {
                line.append(',');
            }
            boolean formula = !cell.isEmpty() && "=+@".indexOf(cell.charAt(0)) >= 0;
            String text = formula ? "'" + cell : cell;
            line.append(text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"');
        }
        return line.append('\n').toString();
    }
}
