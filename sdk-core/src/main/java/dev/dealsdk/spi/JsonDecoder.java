package dev.dealsdk.spi;

/**
 * Reads what is expected from a JSON answer.
 *
 * @param <T> what it makes of it
 */
@FunctionalInterface
public interface JsonDecoder<T> {

    /**
     * {@return what the answer says}
     *
     * @param json before the first value
     * @throws UndecodableException if the answer is JSON, but not what is expected
     */
    T decode(JsonReader json);
}
