package dev.dealsdk.internal.value;

import static dev.dealsdk.internal.value.ValueFault.quoted;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** So many calls in so much time. */
public record RateWindow(int calls, Duration length) {
    private static final Pattern WINDOW = Pattern.compile("([0-9]{1,9})/([0-9]{1,12}(?:ms|s|m))");

    /** The windows of a value of {@code deals.rate-limit}, all of which hold at once; none for {@code off}. */
    public static List<RateWindow> parse(String text) {
        List<RateWindow> windows = new ArrayList<>();
        if (!text.equals("off")) {
            for (String window : text.split(",", -1)) {
                windows.add(one(
                        window.strip(),
                        " is not a number of calls per time; write for example 60/1m, 10/1s,60/1m or off"));
            }
        }
        return List.copyOf(windows);
    }

    /**
     * A number and a time such as {@code 10/30s}.
     *
     * @param fault the message about a text that is none, after the text
     */
    static RateWindow one(String text, String fault) {
        Matcher matcher = WINDOW.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
            throw new ValueFault(quoted(text) + fault);
        }
        return new RateWindow(Integer.parseInt(matcher.group(1)), Values.duration(matcher.group(2)));
    }

    /** The text without the spaces that {@link #parse} overlooks. */
    public static String compact(String text) {
        return text.replaceAll("\\s", "");
    }
}
