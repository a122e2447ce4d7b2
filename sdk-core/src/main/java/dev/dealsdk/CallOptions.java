package dev.dealsdk;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Options that {@link DealsClient#with} applies to the calls of one view of a client. An option that is not set keeps
 * the value of the configuration. Immutable.
 *
 * @param callTimeout the time limit of one call with all its attempts and waits, above zero; empty for {@link
 *     DealsConfig#callTimeout()}
 * @param attemptTimeout the time limit of one attempt, from connecting to the last byte of the response, above zero;
 *     empty for {@link DealsConfig#attemptTimeout()}
 * @param maxAttempts the maximum number of attempts of a call, including the first; empty for {@link
 *     DealsConfig#maxAttempts()}. 1 disables retries
 * @param idempotencyKey the key by which the vendor recognizes a retried write, in printable ASCII; if empty, the SDK
 *     generates a key for each write that accepts one. Use each key for one write only. Refused for vendors that
 *     document no idempotency keys; see {@link Capabilities#takesIdempotencyKey(Operation)}
 * @param headers headers to send with every request, such as those of a gateway or a trace, in printable ASCII; empty
 *     by default. Headers that the SDK sets itself, such as {@code Authorization}, are refused
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
     * Checks the options. Use {@link #builder()} to create an instance.
     *
     * @throws IllegalArgumentException if a timeout is not positive, {@code maxAttempts} is less than 1, or a header or
     *     key cannot be sent; the message does not contain the values of headers
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

    /** {@return a builder in which nothing is set; every part is optional} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link CallOptions}; not thread-safe. */
    public static final class Builder extends CallOptionsBuilder {
        Builder() {}
    }
}
