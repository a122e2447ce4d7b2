package dev.dealsdk.play2sell;

import dev.dealsdk.Deal;
import dev.dealsdk.Page;
import dev.dealsdk.spi.JsonReader;
import java.io.ByteArrayInputStream;

/** Opens to the benchmarks what the provider keeps to itself: decoding without a call. */
public final class Play2SellDecoding {
    private Play2SellDecoding() {}

    /** From the JSON of a page to neutral deals. */
    public static Page<Deal> page(byte[] json) {
        try (JsonReader reader = JsonReader.of(new ByteArrayInputStream(json))) {
            Play2SellDealPage page = Play2SellReader.page(reader);
            return Play2SellMapper.toPage(page, Play2SellDealQuery.builder().build());
        }
    }
}
