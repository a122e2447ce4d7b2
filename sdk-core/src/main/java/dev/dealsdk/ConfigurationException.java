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

    /**
     * A configuration with these faults.
     *
     * @param problems one line for each fault; one at least
     */
    public ConfigurationException(List<String> problems) {
        this(problems, VendorCall.builder().build(), null);
    }

    /**
     * For providers.
     *
     * @param problems one line for each fault; one at least
     * @param call the call they were found in; nothing was sent
     * @param cause what caused them; null when nothing was thrown
     */
    public ConfigurationException(List<String> problems, VendorCall call, @Nullable Throwable cause) {
        super(message(problems), call, cause);
        this.problems = problems.toArray(String[]::new);
    }

    /** {@return one line for each fault; never empty} */
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
