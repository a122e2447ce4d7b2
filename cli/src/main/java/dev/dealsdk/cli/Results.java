package dev.dealsdk.cli;

import dev.dealsdk.spi.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Standard output in UTF-8. Writes whole lines and detects a closed pipe. */
final class Results {
    private static final Pattern LABEL = Pattern.compile("^ {4}\\S+ {2,}|^ +");

    private final OutputStream out;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

    Results(OutputStream out) {
        this.out = out;
    }

    static Results ofThisProcess() {
        return new Results(new FileOutputStream(FileDescriptor.out));
    }

    /** The reader has closed the pipe, as in {@code deals list | head -1}, which is not an error. */
    static final class ReaderGoneException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ReaderGoneException(IOException cause) {
            super("nobody reads the output", cause);
        }
    }

    void line(String text) {
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        pending.write(bytes, 0, bytes.length);
    }

    /** Writes one JSON object as a line. */
    void json(Consumer<JsonWriter> fields) {
        line(HarmlessText.json(fields));
    }

    /** Writes all pending lines. */
    void flush() {
        try {
            pending.writeTo(out);
            out.flush();
        } catch (IOException unwritable) {
            if (String.valueOf(unwritable.getMessage()).toLowerCase(Locale.ROOT).contains("pipe")) {
                throw new ReaderGoneException(unwritable);
            }
            throw new UncheckedIOException("cannot write to standard output: " + unwritable.getMessage(), unwritable);
        } finally {
            pending.reset();
        }
    }

    /** A stream that wraps long lines; lines with a label continue below its text. */
    OutputStream wrapping(int columns) {
        return new OutputStream() {
            private final ByteArrayOutputStream line = new ByteArrayOutputStream();

            @Override
            public void write(int oneByte) {
                if (oneByte != '\n') {
                    line.write(oneByte);
                    return;
                }
                String text = line.toString(StandardCharsets.UTF_8);
                line.reset();
                Matcher label = LABEL.matcher(text);
                String indent = label.find() ? " ".repeat(label.end()) : "";
                Cells.wrapped(text, columns, indent).forEach(Results.this::line);
            }

            @Override
            public void flush() {
                Results.this.flush();
            }
        };
    }

    /** A stream to this output. */
    OutputStream stream() {
        return new OutputStream() {
            @Override
            public void write(int oneByte) {
                pending.write(oneByte);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                pending.write(bytes, offset, length);
            }

            @Override
            public void flush() {
                Results.this.flush();
            }
        };
    }
}
