package dev.dealsdk.internal.value;

import java.util.regex.Pattern;

/** What tokens and secrets must not hold. No message repeats any part of them. */
public final class Secrets {
    private Secrets() {}

    /** A comment above, below or behind a token, which neither a properties file nor a token file has there. */
    private static final Pattern COMMENT = Pattern.compile("^(#|//)|\\s(#|!|;|//)");

    static String token(String text) {
        if (COMMENT.matcher(text).find()) {
            throw new ValueFault("contains a comment, which would be sent as a part of it; write only the token");
        }
        if (!isPrintableAscii(text)) {
            throw new ValueFault(
                    "contains a character that HTTP forbids in a header; write only the token, on one line");
        }
        // Copied out of a header, a token brings its scheme along, which would then be sent twice.
        if (text.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw new ValueFault("starts with the word Bearer; write only the token");
        }
        // RFC 6750, section 2.1.
        if (text.indexOf(' ') >= 0) {
            throw new ValueFault("contains a blank, which no token does; write only the token");
        }
        return text;
    }

    /** RFC 6749, appendix A.2: client secrets are made of printable ASCII. */
    static String clientSecret(String text) {
        if (!isPrintableAscii(text)) {
            throw new ValueFault(
                    "holds a character that OAuth forbids in a secret; write the secret alone, on one line");
        }
        return text;
    }

    /** Without the blanks around it, which no token has. A line break stays, to be refused: more may have come with it. */
    public static String trimmed(String text) {
        return text.replaceAll("^[ \\t]+|[ \\t]+$", "");
    }

    private static boolean isPrintableAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
