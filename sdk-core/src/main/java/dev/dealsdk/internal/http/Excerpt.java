package dev.dealsdk.internal.http;

import java.util.regex.Pattern;

/** Makes text that came from outside fit to be read in a message: one line, no markup, short. */
final class Excerpt {
    private static final int MAX_LENGTH = 160;
    private static final Pattern MARKUP = Pattern.compile("<(script|style)\\b.*?(</\\1>|$)|<[^>]*>", Pattern.DOTALL);
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\uFFFD]+");

    private Excerpt() {}

    static String of(String text) {
        String head = text.length() > 2_000 ? text.substring(0, 2_000) : text;
        String line = BLANK.matcher(MARKUP.matcher(head).replaceAll(" "))
                .replaceAll(" ")
                .trim();
        return line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) + "..." : line;
    }
}
