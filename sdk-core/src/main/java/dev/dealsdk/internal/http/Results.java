package dev.dealsdk.internal.http;

import dev.dealsdk.spi.JsonDecoder;
import dev.dealsdk.spi.ReadBack;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the result of a request comes from.
 *
 * @param decoder reads it from the answer
 * @param whenGone gives that of a delete that finds nothing because an attempt whose answer was lost had done it
 * @param readBack finds that of a transition whose answer was lost
 */
record Results<T extends @Nullable Object>(
        JsonDecoder<T> decoder,
        Supplier<T> whenGone,
        @Nullable ReadBack<T> readBack) {

    static <T> Results<T> ofAnswer(JsonDecoder<T> decoder, @Nullable ReadBack<T> readBack) {
        return new Results<>(
                decoder,
                () -> {
                    throw new IllegalStateException("a delete was sent as a request with an answer");
                },
                readBack);
    }
}
