package dev.dealsdk.internal.config;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The text of a properties file, in UTF-8, line by line: {@link Properties} knows the escapes, but neither tells lines
 * nor minds a key that is there twice.
 */
final class PropertiesText {
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

    static List<Line> parse(byte[] bytes, Source file, Faults faults) {
        PropertiesText text = new PropertiesText(file, faults);
        text.scan(text.decode(bytes).split("\r\n|\r|\n", -1));
        return text.lines;
    }

    /** What is no UTF-8 is told and replaced, so that the rest of the file can be looked at as well. */
    private String decode(byte[] bytes) {
        CharsetDecoder strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = strict.decode(in, CharBuffer.allocate(bytes.length + 1), true);
        if (result.isError()) {
            long lineBreaks = new String(bytes, 0, in.position(), StandardCharsets.UTF_8)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            faults.add(file.atLine((int) lineBreaks + 1), "is not UTF-8; save the file as UTF-8");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void scan(String[] natural) {
        int next = 0;
        while (next < natural.length) {
            int first = next++;
            String start = natural[first].replaceFirst("^[ \\t\\f]+", "");
            if (start.isEmpty() || start.startsWith("#") || start.startsWith("!")) {
                continue;
            }
            StringBuilder logical = new StringBuilder(natural[first]);
            while (isContinued(natural[next - 1]) && next < natural.length) {
                logical.append('\n').append(natural[next++]);
            }
            read(first + 1, logical.toString());
        }
    }

    /** An odd number of backslashes at the end; an even one is that many escaped backslashes. */
    private static boolean isContinued(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '\\') {
            end--;
        }
        return (line.length() - end) % 2 == 1;
    }

    private void read(int number, String logicalLine) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(logicalLine));
        } catch (IllegalArgumentException malformed) {
            faults.add(file.atLine(number), "holds a \\u without four hexadecimal digits; write \\\\ for a backslash");
            return;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        properties.stringPropertyNames().forEach(key -> add(new Line(number, key, properties.getProperty(key, ""))));
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
