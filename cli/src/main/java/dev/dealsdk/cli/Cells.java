package dev.dealsdk.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Measures, shortens and wraps text in terminal columns. */
final class Cells {
    private static final String CUT = "…";
    private static final int LONGEST_PLAIN_NUMBER = 60;

    private Cells() {}

    /** The width in columns. */
    static int width(String text) {
        return text.codePoints().map(Cells::width).sum();
    }

    /** Shortens a text to a number of columns, with an ellipsis if something was cut. */
    static String cut(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        int used = 1;
        for (int codePoint : text.codePoints().toArray()) {
            used += width(codePoint);
            if (used > columns) {
                break;
            }
            cut.appendCodePoint(codePoint);
        }
        return cut.append(CUT).toString();
    }

    /** Wraps a text at words, or within a word that is longer than a line. */
    static List<String> wrapped(String text, int columns) {
        return wrapped(text, columns, "");
    }

    /** Like {@link #wrapped(String, int)}, with an indent before all lines but the first. */
    static List<String> wrapped(String text, int columns, String indent) {
        if (width(text) <= columns) {
            return List.of(text);
        }
        // A deeper indent would leave too little of each line.
        String blanks = indent.length() > columns / 2 ? "" : indent;
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("(?<=\\S)(?= )", -1)) {
            boolean fits = width(line.toString()) + width(word) <= columns;
            if (!fits && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(fits || lines.isEmpty() ? word : blanks + word.stripLeading());
            while (width(line.toString()) > columns) {
                String head = head(line.toString(), columns);
                lines.add(head);
                line.delete(0, head.length()).insert(0, blanks);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** The number of characters that fit, at least one. */
    private static String head(String text, int columns) {
        int end = 0;
        int used = 0;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            used += width(codePoint);
            if (used > columns && end > 0) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return text.substring(0, end);
    }

    static String padded(String text, int columns, boolean right) {
        String blanks = " ".repeat(Math.max(0, columns - width(text)));
        return right ? blanks + text : text + blanks;
    }

    /** All digits of a number, unless an excessive exponent would exhaust the memory. */
    static String number(BigDecimal number) {
        return Math.abs((long) number.scale()) > LONGEST_PLAIN_NUMBER ? number.toString() : number.toPlainString();
    }

    private static int width(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(codePoint) ? 2 : 1;
    }

    /** East Asian characters and emoji, which take two columns. */
    private static boolean isWide(int codePoint) {
        return within(codePoint, 0x1100, 0x115F)
                || within(codePoint, 0x2E80, 0xA4CF)
                || within(codePoint, 0xAC00, 0xD7A3)
                || within(codePoint, 0xF900, 0xFAFF)
                || within(codePoint, 0xFE30, 0xFE6F)
                || within(codePoint, 0xFF00, 0xFF60)
                || within(codePoint, 0xFFE0, 0xFFE6)
                || within(codePoint, 0x1F300, 0x1FAFF)
                || within(codePoint, 0x20000, 0x3FFFD);
    }

    private static boolean within(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }
}
