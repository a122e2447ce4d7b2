package dev.dealsdk.cli;

import dev.dealsdk.spi.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Makes text from a vendor safe to print: it cannot control the terminal, reorder a line or break it. */
final class HarmlessText {
    private static final String STEERING =
            "\\p{Cc}\\p{Zl}\\p{Zp}\\x{061C}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}";
    private static final Pattern ANYWHERE = Pattern.compile("[" + STEERING + "]");
    private static final Pattern WITHIN_LINES = Pattern.compile("[" + STEERING + "&&[^\\n]]");

    private HarmlessText() {}

    /** One line, with a question mark in place of each invisible or control character. */
    static String line(String text) {
        return ANYWHERE.matcher(text).replaceAll("?");
    }

    /** Like {@link #line}, but keeps line breaks. */
    static String lines(String text) {
        return WITHIN_LINES.matcher(text).replaceAll("?");
    }

    /** A JSON object in which every such character is escaped. */
    static String json(Consumer<JsonWriter> fields) {
        String json = new String(JsonWriter.object(fields), StandardCharsets.UTF_8);
        // They occur only inside JSON strings, so an escape is valid wherever one is found.
        return ANYWHERE.matcher(json)
                .replaceAll(found -> String.format(
                        Locale.ROOT, "\\\\u%04X", (int) found.group().charAt(0)));
    }
}
