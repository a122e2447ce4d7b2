package dev.dealsdk.transfer;

import dev.dealsdk.ConfigurationException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the CSV file of a {@link Crosswalk} and reports all errors at once. */
final class CrosswalkFile {
    private static final int MOST_FAULTS = 10;
    /** The maximum length of an id plus the apostrophe of {@link Crosswalk#csv}. */
    private static final int MOST_CHARS = 513;

    private static final long MOST_BYTES = 256L << 20;
    private static final String WRITE = "use a file written by deals transfer run --crosswalk";
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final Path file;
    private final List<String> faults = new ArrayList<>();
    private int leftOut;
    /** The separator of cells, detected in the header. */
    private char separator = ',';

    private int line;
    private final char[] buffer = new char[8192];
    private int position;
    private int filled;

    private CrosswalkFile(Path file) {
        this.file = file;
    }

    static Crosswalk read(Path file) {
        return new CrosswalkFile(file).read();
    }

    private Crosswalk read() {
        Crosswalk crosswalk = null;
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                faults.add(unfit());
            } else {
                try (Reader in = new InputStreamReader(
                        Files.newInputStream(file),
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT))) {
                    crosswalk = read(in);
                }
            }
        } catch (CharacterCodingException foreign) {
            faults.add(file + " is not UTF-8 after line " + line + "; save it as CSV in UTF-8");
        } catch (IOException unreadable) {
            faults.add(file + " " + reason(unreadable));
        }
        if (leftOut > 0) {
            faults.add(file + " has " + leftOut + (leftOut == 1 ? " more error" : " more errors"));
        }
        if (crosswalk == null || !faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
        return crosswalk;
    }

    private String unfit() throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return Files.isRegularFile(file)
                ? file + " is larger than 256 MiB; " + WRITE
                : file + " is not a file; " + WRITE;
    }

    private static String reason(IOException unreadable) {
        if (unreadable instanceof NoSuchFileException) {
            return "does not exist; " + WRITE;
        }
        return unreadable instanceof AccessDeniedException
                ? "is not readable; check its permissions"
                : "cannot be read: " + unreadable.getMessage();
    }

    private @Nullable Crosswalk read(Reader in) throws IOException {
        List<String> head = line(in, true);
        Optional<String> source =
                head == null || head.size() != 2 ? Optional.empty() : named(Crosswalk.SOURCE, head.get(0));
        Optional<String> target =
                head == null || head.size() != 2 ? Optional.empty() : named(Crosswalk.TARGET, head.get(1));
        if (source.isEmpty() || target.isEmpty()) {
            faults.add(file + " is not a cross-walk: its first line is not source,target; " + WRITE);
            return null;
        }
        CrosswalkLines lines = new CrosswalkLines(
                source.filter(provider -> !provider.isEmpty()), target.filter(provider -> !provider.isEmpty()));
        for (List<String> cells = line(in, false); cells != null; cells = line(in, false)) {
            add(cells, lines);
        }
        return lines.toCrosswalk(this::fault);
    }

    /** The provider that a header cell names, or a blank text if none; empty if the header is not that of a cross-walk. */
    private static Optional<String> named(String column, String cell) {
        String text = cell.strip();
        return text.equals(column) || text.startsWith(column + " ")
                ? Optional.of(text.substring(column.length()).strip())
                : Optional.empty();
    }

    private void add(List<String> cells, CrosswalkLines lines) {
        if (cells.size() == 1 && cells.get(0).isBlank()) {
            return;
        }
        if (cells.size() != 2) {
            fault("line " + line + ": expected 2 columns, the old id and the new id, found " + cells.size());
            return;
        }
        String source = Crosswalk.unguarded(cells.get(0).strip());
        String target = Crosswalk.unguarded(cells.get(1).strip());
        if (source.isEmpty() || target.isEmpty()) {
            fault("line " + line + ": the " + (source.isEmpty() ? "old" : "new") + " id is missing");
        } else if (isUnfit(source) || isUnfit(target)) {
            fault("line " + line + ": an id is longer than 512 characters or contains a control character");
        } else {
            lines.add(source, target, line);
        }
    }

    private static boolean isUnfit(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (Character.isISOControl(id.charAt(i))) {
                return true;
            }
        }
        return id.length() > MOST_CHARS - 1;
    }

    private void fault(String message) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(file + " " + message);
        } else {
            leftOut++;
        }
    }

    /**
     * The cells of the next line; null after the last one. Cells longer than an id are cut, since such a line is refused, and a
     * file of another format may have no line breaks.
     */
    private @Nullable List<String> line(Reader in, boolean isHead) throws IOException {
        int at = next(in);
        if (at < 0) {
            return null;
        }
        if (isHead && at == BYTE_ORDER_MARK) {
            at = next(in);
        }
        line++;
        List<String> cells = new ArrayList<>(2);
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean afterQuote = false;
        for (; at >= 0; at = next(in)) {
            if (quoted && at != '"') {
                append(cell, at);
            } else if (at == '"') {
                // A doubled quote inside quotes is a literal quote; the flag tells whether this may be the second one.
                if (quoted) {
                    afterQuote = true;
                } else if (afterQuote) {
                    append(cell, at);
                    afterQuote = false;
                }
                quoted = !quoted;
            } else if (at == '\n') {
                break;
            } else if (at != '\r') {
                afterQuote = false;
                if (isHead && (at == ';' || at == '\t')) {
                    separator = (char) at;
                }
                if (at == separator) {
                    if (cells.size() < 8) {
                        cells.add(cell.toString());
                    }
                    cell.setLength(0);
                } else {
                    append(cell, at);
                }
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private int next(Reader in) throws IOException {
        if (filled >= 0 && position == filled) {
            filled = in.read(buffer);
            position = 0;
        }
        return filled < 0 ? -1 : buffer[position++];
    }

    private static void append(StringBuilder cell, int at) {
        if (cell.length() <= MOST_CHARS) {
            cell.append((char) at);
        }
    }
}
