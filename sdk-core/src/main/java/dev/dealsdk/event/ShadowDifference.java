package dev.dealsdk.event;

import java.util.Optional;

/**
 * A field in which two accounts differ. Its values may be names of people and amounts; {@link #toString()} leaves them out.
 *
 * @param field as the configuration names it, such as {@code expected-close-on}, {@code status} or {@code custom.margin}
 * @param value what the program's account shows, as a text; empty for nothing
 * @param shadowValue what the other account shows, as a text; empty for nothing
 */
public record ShadowDifference(String field, Optional<String> value, Optional<String> shadowValue) {

    /** {@return the field alone, fit for a log} */
    @Override
    public String toString() {
        return field;
    }
}
