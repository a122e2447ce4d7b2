package dev.dealsdk;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What {@link DealsClient#with} changes for the calls of one view of a client. What is left out stays as the configuration has
 * it. Immutable.
 *
 * @param callTimeout the time of one call with all its attempts and waits, above zero; empty for {@link DealsConfig#callTimeout()}
 * @param attemptTimeout the time of one attempt, from connecting to the last byte of the answer, above zero; empty for {@link
 *     DealsConfig#attemptTimeout()}
 * @param maxAttempts how often a call may be tried, the first attempt counted; empty for {@link DealsConfig#maxAttempts()}. 1 switches
 *     retries off
 * @param idempotencyKey what makes a repeated write the same write, in printable ASCII; empty lets the SDK make one for each write that
 *     takes one. Use one key for one write. Refused at vendors that document no such keys; see {@link
 *     Capabilities#takesIdempotencyKey(Operation)}
 * @param headers headers to send with every request, for a gateway or a trace, in printable ASCII; empty by default. Those that the
 *     SDK sets itself, such as {@code Authorization}, are refused
 */
@Value.Builder
@SdkStyle
public record CallOptions(
        Optional<Duration> callTimeout,
        Optional<Duration> attemptTimeout,
        Optional<Integer> maxAttempts,
        Optional<String> idempotencyKey,
        Map<String, String> headers) {

    /**
     * Refuses options that cannot work. {@link #builder()} is the way to make them.
     *
     * @throws IllegalArgumentException if a timeout is not positive, there is less than one attempt, or a header or key
     *     cannot be sent; header values are not repeated in the message
     */
    public CallOptions {
        CallOptionChecks.positive("callTimeout", callTimeout);
        CallOptionChecks.positive("attemptTimeout", attemptTimeout);
        if (maxAttempts.isPresent() && maxAttempts.get() < 1) {
            throw new IllegalArgumentException("maxAttempts: " + maxAttempts.get() + " is less than 1");
        }
        if (idempotencyKey.isPresent()) {
            CallOptionChecks.headerValue("idempotencyKey", idempotencyKey.get());
        }
        headers = Frozen.map(headers);
        headers.forEach(CallOptionChecks::header);
    }

    /** {@return a builder with nothing set; every part is optional} */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of {@link CallOptions}; not thread-safe. */
    public static final class Builder extends CallOptionsBuilder {
        Builder() {}
    }
}
