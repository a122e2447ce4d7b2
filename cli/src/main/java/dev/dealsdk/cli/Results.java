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

/** Standard output, in UTF-8. Whole lines are written, and a reader that has gone away is noticed. */
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

    /** Nobody reads on, as in {@code deals list | head -1}: no fault of anybody. */
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

    /** One JSON object on a line of its own. */
    void json(Consumer<JsonWriter> fields) {
        line(HarmlessText.json(fields));
    }

    /** Hands over the lines so far. */
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

    /** For what writes lines to a stream that may be too long. Behind a label they go on below its text. */
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

    /** For what writes to a stream. */
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
