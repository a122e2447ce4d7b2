package dev.dealsdk.testkit.internal.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pattern for paths: {@code *} is any text without a slash, {@code **} any text. */
public record PathGlob(String text) {
    private static final Pattern STARS = Pattern.compile("\\*+");

    public boolean matches(String path) {
        StringBuilder regex = new StringBuilder();
        Matcher stars = STARS.matcher(text);
        int done = 0;
        while (stars.find()) {
            regex.append(Pattern.quote(text.substring(done, stars.start())));
            regex.append(stars.group().length() > 1 ? ".*" : "[^/]*");
            done = stars.end();
        }
        regex.append(Pattern.quote(text.substring(done)));
        return Pattern.matches(regex.toString(), path);
    }
}
