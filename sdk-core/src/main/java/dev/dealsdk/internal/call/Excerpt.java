package dev.dealsdk.internal.call;

import java.util.regex.Pattern;

/** Makes text that came from outside fit to be read in a message: one line, no markup, short. */
public final class Excerpt {
    private static final int MAX_LENGTH = 160;
    private static final int MAX_MESSAGE = 1_500;
    private static final Pattern MARKUP = Pattern.compile("<(script|style)\\b.*?(</\\1>|$)|<[^>]*>", Pattern.DOTALL);
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\uFFFD]+");

    private Excerpt() {}

    public static String of(String text) {
        String head = text.length() > 2_000 ? text.substring(0, 2_000) : text;
        String line = BLANK.matcher(MARKUP.matcher(head).replaceAll(" "))
                .replaceAll(" ")
                .trim();
        return line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) + "..." : line;
    }

    /** A sentence of our own that quotes such text: on one line, without control characters, and not longer than a page. */
    public static String lines(String message) {
        String head = message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE) + "..." : message;
        for (int i = 0; i < head.length(); i++) {
            char c = head.charAt(i);
            if (c < ' ' || c > '~') {
                return BLANK.matcher(head).replaceAll(" ");
            }
        }
        return head;
    }
}
