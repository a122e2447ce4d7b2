package dev.dealsdk.cli.log;

import dev.dealsdk.spi.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Text of any origin in a form that cannot steer a terminal, reorder a line, or break it in two. */
public final class HarmlessText {
    private static final String STEERING =
            "\\p{Cc}\\p{Zl}\\p{Zp}\\x{061C}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}";
    private static final Pattern ANYWHERE = Pattern.compile("[" + STEERING + "]");
    private static final Pattern WITHIN_LINES = Pattern.compile("[" + STEERING + "&&[^\\n]]");

    private HarmlessText() {}

    /** {@return one line, with a question mark for each character that is invisible or steers a terminal} */
    public static String line(String text) {
        return ANYWHERE.matcher(text).replaceAll("?");
    }

    /** {@return as {@link #line}, but lines stay lines} */
    public static String lines(String text) {
        return WITHIN_LINES.matcher(text).replaceAll("?");
    }

    /**
     * {@return a JSON object in which every such character is escaped}
     *
     * @param fields writes the fields of the object
     */
    public static String json(Consumer<JsonWriter> fields) {
        String json = new String(JsonWriter.object(fields), StandardCharsets.UTF_8);
        // Outside of texts there are none, so that an escape is right wherever one is found.
        return ANYWHERE.matcher(json)
                .replaceAll(found -> String.format("\\\\u%04X", (int) found.group().charAt(0)));
    }
}
