package dev.dealsdk.internal.call;

import dev.dealsdk.FieldError;
import dev.dealsdk.spi.VendorError;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes a secret out of what a vendor sent back, before anybody is told of it. */
public final class Redactor {
    /** Takes nothing out. */
    public static final Redactor NONE = new Redactor("");

    private static final String MASKED = "****";
    /** What is shorter is a word rather than a secret, or a piece of one that tells nothing. */
    private static final int SHORTEST = 8;

    private final String secret;

    public Redactor(String secret) {
        this.secret = secret;
    }

    private List<String> secrets() {
        // The second is what JSON writers make of it that escape slashes.
        return secret.length() < SHORTEST ? List.of() : List.of(secret, secret.replace("/", "\\/"));
    }

    public String text(String text) {
        String masked = text;
        for (String form : secrets()) {
            // In any case: that of a host is changed.
            masked = withoutEnd(
                    Pattern.compile(form, Pattern.LITERAL | Pattern.CASE_INSENSITIVE)
                            .matcher(masked)
                            .replaceAll(Matcher.quoteReplacement(MASKED)),
                    form);
        }
        return masked;
    }

    /** The same, fit to be read. */
    public VendorError error(VendorError error) {
        return VendorError.builder()
                .from(error)
                .code(error.code().map(this::text))
                .message(error.message().map(this::text))
                .requestId(error.requestId().map(this::text))
                .fieldErrors(error.fieldErrors().stream().map(this::fieldError).toList())
                .build();
    }

    /** A cause is left out when it quotes the secret: its message cannot be changed. */
    @Nullable
    public Throwable cause(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return text(message).equals(message) ? cause : null;
    }

    private FieldError fieldError(FieldError error) {
        return new FieldError(Excerpt.of(text(error.field())), Excerpt.of(text(error.message())));
    }

    /** A text that was cut may end within the secret. */
    private static String withoutEnd(String text, String secret) {
        for (int length = secret.length() - 1; length >= SHORTEST; length--) {
            if (text.regionMatches(true, text.length() - length, secret, 0, length)) {
                return text.substring(0, text.length() - length) + MASKED;
            }
        }
        return text;
    }
}
