package dev.dealsdk.internal.value;

/** A value that cannot be used. The message says what is wrong and, after a semicolon, what to write; never a secret. */
public final class ValueFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String problem;

    public ValueFault(String problem) {
        super(problem);
        this.problem = problem;
    }

    /** The message, which is never null here. */
    public String problem() {
        return problem;
    }

    /** The value in quotes, on one line and of a length that can be read. */
    public static String quoted(String text) {
        String cut = text.length() > 80 ? text.substring(0, 80) + "..." : text;
        return '"' + cut.replaceAll("\\p{Cntrl}", "?") + '"';
    }
}
