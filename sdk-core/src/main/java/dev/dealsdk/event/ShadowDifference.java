package dev.dealsdk.event;

import java.util.Optional;

/**
 * A field that differs between two accounts. Its values may contain names of people and amounts; {@link #toString()}
 * omits them.
 *
 * @param field the name of the field as in the configuration, such as {@code expected-close-on}, {@code status} or
 *     {@code custom.margin}
 * @param value the value in the program's account, as text; empty for none
 * @param shadowValue the value in the other account, as text; empty for none
 */
public record ShadowDifference(String field, Optional<String> value, Optional<String> shadowValue) {

    /** {@return the name of the field, without values; safe to log} */
    @Override
    public String toString() {
        return field;
    }
}
