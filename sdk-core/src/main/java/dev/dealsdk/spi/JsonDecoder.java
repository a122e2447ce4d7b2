package dev.dealsdk.spi;

/**
 * Decodes a JSON response.
 *
 * @param <T> the type of the result
 */
@FunctionalInterface
public interface JsonDecoder<T> {

    /**
     * {@return the decoded response}
     *
     * @param json a reader positioned before the first value
     * @throws UndecodableException if the response is JSON, but not what is expected
     */
    T decode(JsonReader json);
}
