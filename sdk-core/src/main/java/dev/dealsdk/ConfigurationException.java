package dev.dealsdk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The configuration cannot be used. All its faults are told at once, one line each: source, key, what is wrong, what to
 * write.
 */
public final class ConfigurationException extends DealsException {
    private static final long serialVersionUID = 1L;

    // A field of type List would not be serializable for certain.
    private final String[] problems;

    /** A configuration with these faults, of which there must be one at least. */
    public ConfigurationException(List<String> problems) {
        this(problems, VendorCall.builder().build(), null);
    }

    /** For providers: the faults, the call they were found in, and what caused them. */
    public ConfigurationException(List<String> problems, VendorCall call, @Nullable Throwable cause) {
        super(message(problems), call, cause);
        this.problems = problems.toArray(String[]::new);
    }

    /** One line for each fault. */
    public List<String> problems() {
        return List.of(problems);
    }

    private static String message(List<String> problems) {
        if (problems.size() == 1) {
            return "configuration: " + problems.get(0);
        }
        return "configuration, " + problems.size() + " problems:\n  " + String.join("\n  ", problems);
    }
}
