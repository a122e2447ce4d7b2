package dev.dealsdk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if the configuration is not usable. The message lists all problems at once, one per line: the source, the key,
 * what is wrong and what to write instead.
 */
public final class ConfigurationException extends DealsException {
    private static final long serialVersionUID = 1L;

    // A field of type List would not be serializable for certain.
    private final String[] problems;

    /**
     * Creates an exception for a configuration with problems.
     *
     * @param problems one line for each problem; at least one
     */
    public ConfigurationException(List<String> problems) {
        this(problems, VendorCall.builder().build(), null);
    }

    /**
     * Creates an exception for problems that a provider found. Intended for providers.
     *
     * @param problems one line for each problem; at least one
     * @param call the call that found the problems; nothing was sent
     * @param cause the cause; null if there is none
     */
    public ConfigurationException(List<String> problems, VendorCall call, @Nullable Throwable cause) {
        super(message(problems), call, cause);
        this.problems = problems.toArray(String[]::new);
    }

    /** {@return one line for each problem; never empty} */
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
