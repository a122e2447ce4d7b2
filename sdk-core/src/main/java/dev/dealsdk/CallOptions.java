package dev.dealsdk;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What {@link DealsClient#with} changes for the calls of one view of a client. What is left out stays as the
 * configuration has it.
 */
@Value.Immutable
@SdkStyle
public interface CallOptions {

    /** One call with all its attempts and waits. */
    Optional<Duration> callTimeout();

    /** One attempt, from connecting to the last byte of the answer. */
    Optional<Duration> attemptTimeout();

    /** How often a call may be tried, the first attempt counted; 1 switches retries off. */
    Optional<Integer> maxAttempts();

    /**
     * Makes a repeated write the same write, at vendors that document such keys; refused at others. Use one key for one
     * write.
     */
    Optional<String> idempotencyKey();

    /** Sent with every request; for a gateway or a trace. Those that the SDK sets itself are refused. */
    Map<String, String> headers();

    static Builder builder() {
        return new Builder();
    }

    /** Refuses options that cannot work. */
    @Value.Check
    default void check() {
        callTimeout().ifPresent(timeout -> CallOptionChecks.positive("callTimeout", timeout));
        attemptTimeout().ifPresent(timeout -> CallOptionChecks.positive("attemptTimeout", timeout));
        if (maxAttempts().filter(attempts -> attempts < 1).isPresent()) {
            throw new IllegalArgumentException("maxAttempts: " + maxAttempts().get() + " is less than 1");
        }
        idempotencyKey().ifPresent(key -> CallOptionChecks.headerValue("idempotencyKey", key));
        headers().forEach(CallOptionChecks::header);
    }

    /** Collects the parts of {@link CallOptions}; not thread-safe. */
    final class Builder extends ImmutableCallOptions.Builder {
        Builder() {}
    }
}
