package dev.dealsdk.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.math.BigDecimal;

/** The one JSON factory: thread-safe, and bounded against hostile answers. */
public final class Json {
    /** Deeper than any vendor nests, and shallow enough for the stack of a small thread. */
    private static final int MAX_NESTING = 200;

    /** Of a number as it is read, and of one that is written in plain notation. */
    public static final int MAX_NUMBER_LENGTH = 1_000;

    /** Characters; Jackson takes four times as many bytes to collect a text. */
    private static final int MAX_STRING_LENGTH = 4 << 20;

    public static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_NESTING)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .maxStringLength(MAX_STRING_LENGTH)
                    .build())
            // An error message must not quote the answer, which may hold anything.
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            // A reader gives its buffers back; the connection is not its own.
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private Json() {}

    /** Whether a number has at most {@link #MAX_NUMBER_LENGTH} digits in plain notation: {@code 1e99999999} has not. */
    public static boolean isPlain(BigDecimal number) {
        long scale = number.scale();
        return Math.max(number.precision(), scale) <= MAX_NUMBER_LENGTH
                && number.precision() - scale <= MAX_NUMBER_LENGTH;
    }
}
