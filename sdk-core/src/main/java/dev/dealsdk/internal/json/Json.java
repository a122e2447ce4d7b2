package dev.dealsdk.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;

/** The one JSON factory: thread-safe, and bounded against hostile answers. */
public final class Json {
    /** Deeper than any vendor nests, and shallow enough for the stack of a small thread. */
    private static final int MAX_NESTING = 200;

    private static final int MAX_NUMBER_LENGTH = 1_000;

    /** How long a text may be is bounded by {@code deals.max-response-bytes} already. */
    private static final int MAX_STRING_LENGTH = Integer.MAX_VALUE;

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
}
