package dev.dealsdk.internal.config;

import dev.dealsdk.internal.value.TextFile;
import dev.dealsdk.internal.value.ValueKind;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a properties file, in UTF-8, line by line: {@link Properties} knows the escapes, but neither tells lines
 * nor minds a key that is there twice.
 */
final class PropertiesText {
    /** Another of our settings at the start of a line. */
    private static final Pattern SETTING = Pattern.compile("\\s*(deals\\.[\\w.-]+)\\s*[=:]", Pattern.CASE_INSENSITIVE);
    /** A backslash and what it stands before. */
    private static final Pattern BACKSLASH = Pattern.compile("\\\\(.)", Pattern.DOTALL);

    private final Source file;
    private final Faults faults;
    private final Map<String, Integer> firstLines = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();

    private PropertiesText(Source file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /** One key and its value; the number is that of the line it starts on. */
    record Line(int number, String key, String value) {
        /** The value may be secret. */
        @Override
        public String toString() {
            return number + ": " + key;
        }
    }

    /** Throws {@link ValueFault} if the bytes are no text that could be looked at. */
    static List<Line> parse(byte[] bytes, Source file, Faults faults) {
        TextFile content = TextFile.of(bytes);
        if (content.malformedLine() > 0) {
            faults.add(file.atLine(content.malformedLine()), TextFile.NOT_UTF_8);
        }
        PropertiesText text = new PropertiesText(file, faults);
        text.scan(content.lines());
        return text.lines;
    }

    private void scan(String[] natural) {
        int next = 0;
        while (next < natural.length) {
            int first = next++;
            String start = natural[first].stripLeading();
            if (start.isEmpty() || start.startsWith("#") || start.startsWith("!")) {
                continue;
            }
            StringBuilder logical = new StringBuilder(natural[first]);
            while (isContinued(logical)) {
                String following = next < natural.length ? natural[next] : "";
                Matcher setting = SETTING.matcher(following);
                if (following.isBlank() || setting.lookingAt()) {
                    // Neither is what the backslash is for: it stood at the end of a path, or was left over.
                    logical.setLength(logical.length() - 1);
                    cut(logical.toString(), next, following.isBlank() ? "" : setting.group(1));
                    break;
                }
                logical.append('\n').append(following);
                next++;
            }
            read(first + 1, logical.toString());
        }
    }

    /** Tells of a backslash at the end of a line, before nothing or before another setting. */
    private void cut(String logical, int number, String swallowed) {
        String key = logical.strip().split("[=:\\s]", 2)[0];
        if (!swallowed.isEmpty()) {
            faults.add(
                    file.atLine(number),
                    key,
                    "ends in a backslash, which makes the next line, " + swallowed + ", a part of its value; remove the"
                            + " backslash, or write \\\\ if it belongs there");
        } else if (key.startsWith(KeyName.PREFIX)) {
            faults.add(
                    file.atLine(number),
                    key,
                    "ends in a backslash, which is dropped; remove it, or write \\\\ if it belongs there");
        }
    }

    /** An odd number of backslashes at the end; an even one is that many escaped backslashes. */
    private static boolean isContinued(CharSequence line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '\\') {
            end--;
        }
        return (line.length() - end) % 2 == 1;
    }

    private void read(int number, String logicalLine) {
        String fault;
        try {
            Optional<Line> line = line(number, logicalLine);
            if (line.isEmpty() || !losesBackslash(line.get().key(), logicalLine)) {
                line.ifPresent(this::add);
                return;
            }
            fault = line.get().key()
                    + ": contains a single backslash, which is dropped or changes the character"
                    + " after it; write \\\\ for each backslash, or / in a path";
        } catch (IllegalArgumentException malformed) {
            fault = "holds a \\u without four hexadecimal digits; write \\\\ for a backslash";
        }
        faults.add(file.atLine(number), fault);
        // As it was meant, so that nothing else is told of it.
        String meant = logicalLine.replaceAll("\\\\\n\\s*", "").replace("\\", "\\\\");
        line(number, meant).ifPresent(this::add);
    }

    /**
     * Empty if nothing stands there.
     *
     * @throws IllegalArgumentException if it holds an escape that is none
     */
    private static Optional<Line> line(int number, String logicalLine) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(logicalLine));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return properties.stringPropertyNames().stream()
                .findFirst()
                .map(key -> new Line(number, key, properties.getProperty(key, "")));
    }

    /**
     * Whether a backslash of one of our lines would silently be lost. In a path, as Windows shows it, {@code \t} and its
     * like are no escapes either.
     */
    private static boolean losesBackslash(String key, String logicalLine) {
        if (!key.startsWith(KeyName.PREFIX)) {
            return false;
        }
        boolean isPath = KeyName.parse(key)
                .filter(name -> name.key().kind() == ValueKind.PATH)
                .isPresent();
        return BACKSLASH.matcher(logicalLine).results().anyMatch(escape -> {
            char escaped = escape.group(1).charAt(0);
            return "tnrf".indexOf(escaped) >= 0 ? isPath : Character.isLetterOrDigit(escaped) && escaped != 'u';
        });
    }

    private void add(Line line) {
        Integer first = firstLines.putIfAbsent(line.key(), line.number());
        if (first == null) {
            lines.add(line);
        } else if (line.key().startsWith(KeyName.PREFIX)) {
            faults.add(
                    file.atLine(line.number()),
                    line.key(),
                    "is set on line " + first + " already; remove one of the two");
        }
    }
}
