package dev.dealsdk.internal.value;

import java.time.Duration;
import java.util.Optional;

/**
 * When the calls of an account stop, and for how long.
 *
 * @param failures how many failed attempts in a row open the circuit
 * @param openTime how long no request is sent then
 */
public record CircuitRule(int failures, Duration openTime) {
    /** The rule that a value of {@code deals.circuit} states; empty for {@code off}. */
    public static Optional<CircuitRule> parse(String text) {
        if (text.equals("off")) {
            return Optional.empty();
        }
        RateWindow rule =
                RateWindow.one(text, " is not a number of failures and a time; write for example 10/30s or off");
        return Optional.of(new CircuitRule(rule.calls(), rule.length()));
    }
}
