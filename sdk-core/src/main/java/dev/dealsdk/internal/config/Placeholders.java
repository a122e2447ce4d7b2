package dev.dealsdk.internal.config;

import dev.dealsdk.internal.value.ValueFault;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces {@code ${NAME}} by an environment variable; a second dollar sign in front keeps the text as it is. */
final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\$\\{|\\$\\{([A-Za-z_][A-Za-z0-9_]*)}|\\$\\{");

    private Placeholders() {}

    /** What comes out of a variable is not looked through again. */
    static String replace(String text, Map<String, String> environment) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(replacement(match.group(), environment)));
    }

    /** Whether the text needs a variable that is not set. */
    static boolean namesUnset(String text, Map<String, String> environment) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .anyMatch(match -> match.group(1) != null && !environment.containsKey(match.group(1)));
    }

    private static String replacement(String placeholder, Map<String, String> environment) {
        if (placeholder.equals("$${")) {
            return "${";
        }
        if (placeholder.equals("${")) {
            throw new ValueFault(
                    "holds ${ without the name of an environment variable and }; write ${NAME}, or $${ for the text ${");
        }
        String variable = placeholder.substring(2, placeholder.length() - 1);
        String value = environment.get(variable);
        if (value == null) {
            throw new ValueFault("environment variable " + variable + " is not set; set it, or write the value itself");
        }
        return value;
    }
}
