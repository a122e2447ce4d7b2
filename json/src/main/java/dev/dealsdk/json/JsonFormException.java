package dev.dealsdk.json;

import java.util.List;

/**
 * Thrown if JSON does not represent a value of a neutral type. The message starts with the path of the invalid part,
 * such as {@code value.amount}.
 */
public final class JsonFormException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    // A field of type List would not be serializable for certain.
    private final Object[] path;

    /**
     * Creates an exception for one part of the JSON.
     *
     * @param path the path from the outermost object to the invalid part: names of fields as String, indexes of lists,
     *     from 0, as Integer; empty for the outermost object itself
     * @param reason what is wrong there, in one sentence
     */
    public JsonFormException(List<Object> path, String reason) {
        super(path.isEmpty() ? reason : text(path) + ": " + reason);
        this.path = path.toArray();
    }

    /** {@return names of fields as String and indexes of lists, from 0, as Integer; empty for the outermost object} */
    public List<Object> path() {
        return List.of(path);
    }

    private static String text(List<Object> path) {
        StringBuilder text = new StringBuilder();
        for (Object step : path) {
            if (step instanceof Integer) {
                text.append('[').append(step).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step);
            }
        }
        return text.toString();
    }
}
