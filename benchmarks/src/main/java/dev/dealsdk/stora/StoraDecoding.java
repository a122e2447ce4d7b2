package dev.dealsdk.stora;

import dev.dealsdk.Deal;
import dev.dealsdk.Page;
import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.spi.PageCursor;
import java.io.ByteArrayInputStream;

/** Opens to the benchmarks what the provider keeps to itself: decoding without a call. */
public final class StoraDecoding {
    private StoraDecoding() {}

    /** From the JSON of a page to neutral deals. */
    public static Page<Deal> page(byte[] json) {
        try (JsonReader reader = JsonReader.of(new ByteArrayInputStream(json))) {
            StoraDealPage page = StoraReader.dealPage(reader);
            return StoraMapper.toPage(page, new PageCursor(1, StoraCapabilities.MAX_LIMIT));
        }
    }
}
