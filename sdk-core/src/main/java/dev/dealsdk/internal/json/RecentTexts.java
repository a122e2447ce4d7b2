package dev.dealsdk.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one document, those that come again and again as one String: stages, owners, tags and statuses are the same on
 * most rows of a page. Bounded: a text that is met takes the place of another one.
 */
public final class RecentTexts {
    private static final int PLACES = 64;
    private static final int LONGEST = 40;

    /** What they look like, one behind the other: the JVM compares arrays many characters at a time, but not with a String. */
    private final char[] looks = new char[PLACES * LONGEST];

    /** As readers hand them out, so that a repeated one costs nothing at all. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // There is no other way to make an array of a generic type.
    private final @Nullable Optional<String>[] recent = new @Nullable Optional[PLACES];

    private boolean fresh;

    /** Whether the text that was handed out last is a new one. */
    public boolean isFresh() {
        return fresh;
    }

    /** The text at which the parser is. */
    public Optional<String> textOf(JsonParser parser) throws IOException {
        int length = parser.getTextLength();
        fresh = true;
        if (length > LONGEST || length == 0) {
            return Optional.of(parser.getText());
        }
        char[] chars = parser.getTextCharacters();
        int start = parser.getTextOffset();
        int place = place(chars, start, length);
        Optional<String> known = recent[place];
        int look = place * LONGEST;
        if (known != null
                && known.get().length() == length
                && Arrays.equals(looks, look, look + length, chars, start, start + length)) {
            fresh = false;
            return known;
        }
        System.arraycopy(chars, start, looks, look, length);
        Optional<String> text = Optional.of(new String(chars, start, length));
        recent[place] = text;
        return text;
    }

    /** A few characters tell most texts apart; looking at all of them would cost more than it saves. */
    private static int place(char[] chars, int start, int length) {
        int last = start + length - 1;
        int mix = length * 31 + chars[start];
        mix = mix * 31 + chars[start + length / 2];
        mix = mix * 31 + chars[last - length / 4];
        mix = mix * 31 + chars[last];
        return (mix ^ mix >>> 6) & (PLACES - 1);
    }
}
