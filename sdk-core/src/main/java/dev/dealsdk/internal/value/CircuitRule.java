package dev.dealsdk.internal.value;

import static dev.dealsdk.internal.value.ValueFault.quoted;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When the calls of an account stop, and for how long.
 *
 * @param failures how many failed attempts in a row open the circuit
 * @param openTime how long no request is sent then
 */
public record CircuitRule(int failures, Duration openTime) {
    private static final Pattern RULE = Pattern.compile("([0-9]{1,9})/([0-9]{1,12}(?:ms|s|m))");

    /** The rule that a value of {@code deals.circuit} states; empty for {@code off}. */
    public static Optional<CircuitRule> parse(String text) {
        if (text.equals("off")) {
            return Optional.empty();
        }
        Matcher matcher = RULE.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
            throw new ValueFault(
                    quoted(text) + " is not a number of failures and a time; write for example 10/30s or off");
        }
        return Optional.of(new CircuitRule(Integer.parseInt(matcher.group(1)), Values.duration(matcher.group(2))));
    }
}
