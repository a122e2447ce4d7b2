package dev.dealsdk.quota.redis;

import dev.dealsdk.spi.QuotaStore.Window;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConfigurationBuilder;
import java.time.Duration;
import java.util.List;

/**
 * Windows as a token bucket that keeps to them wherever they begin.
 *
 * <p>Within a window and a little more, which is how much faster one request may travel than another, a bucket lets through its
 * capacity and what is refilled in that time: no more than the vendor allows. The capacity is small, so that nearly the whole
 * quota can be used up for as long as one likes; requests are spread evenly.
 */
final class Pace {
    /** Of the calls of a window, one in so many may come at once. */
    private static final int AT_ONCE = 60;

    /** How much faster one request may travel than another, as a fraction of the window. */
    private static final int JITTER = 30;

    private Pace() {}

    static BucketConfiguration of(List<Window> windows) {
        ConfigurationBuilder bucket = BucketConfiguration.builder();
        for (Window window : windows) {
            int atOnce = Math.max(1, window.calls() / AT_ONCE);
            Duration time = window.length().plus(window.length().dividedBy(JITTER));
            // One more than what is left: it comes when the time is just over.
            bucket.addLimit(limit -> limit.capacity(atOnce).refillGreedy(window.calls() - atOnce + 1, time));
        }
        return bucket.build();
    }
}
