package dev.dealsdk.internal.call;

import dev.dealsdk.CallOptions;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Operation;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.VendorCall;
import dev.dealsdk.spi.CallScope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One call that is being made: what all its requests share. Used by one thread at a time. */
public final class ActiveCall implements CallScope {
    private final Optional<String> provider;
    private final Optional<Operation> operation;
    private final Optional<String> dealId;
    private final CallOptions options;
    private final BiFunction<String, ActiveCall, String> stageIds;
    private final CallMonitor monitor;
    private long deadlineNanos;
    private boolean patient;
    private @Nullable String idempotencyKey;
    private Redactor redactor = Redactor.NONE;
    private List<String> leftOut = List.of();

    /**
     * A call that begins now.
     *
     * @param provider its id, for messages; empty for a token endpoint
     * @param operation empty for calls of the vendor's own API
     * @param dealId the deal the call is about, if it is about one
     * @param stageIds finds the id of a stage that the configuration names
     * @param monitor listens to what happens in this call
     * @param deadlineNanos when it must be over: a moment of {@link System#nanoTime()}
     */
    public ActiveCall(
            Optional<String> provider,
            Optional<Operation> operation,
            Optional<String> dealId,
            CallOptions options,
            BiFunction<String, ActiveCall, String> stageIds,
            CallMonitor monitor,
            long deadlineNanos) {
        this.provider = provider;
        this.operation = operation;
        this.dealId = dealId;
        this.options = options;
        this.stageIds = stageIds;
        this.monitor = monitor;
        this.deadlineNanos = deadlineNanos;
    }

    /** Notes what a filter of the SDK took out of the page that is listed, by its ids. */
    public void leaveOut(List<String> ids) {
        leftOut = ids;
    }

    /** What was noted so; nothing by default. */
    public List<String> leftOut() {
        return leftOut;
    }

    @Override
    public Optional<Operation> operation() {
        return operation;
    }

    @Override
    public CallOptions options() {
        return options;
    }

    @Override
    public String idempotencyKey() {
        if (idempotencyKey == null) {
            idempotencyKey =
                    options.idempotencyKey().orElseGet(() -> UUID.randomUUID().toString());
        }
        return idempotencyKey;
    }

    @Override
    public String stageId(String aliasOrIdOrName) {
        return stageIds.apply(aliasOrIdOrName, this);
    }

    @Override
    public VendorCall.Builder call() {
        return VendorCall.builder().provider(provider).operation(operation).dealId(dealId);
    }

    /** What a refusal quotes may come from the vendor, as the names of stages do: redacted, on one line, and short. */
    @Override
    public InvalidRequestException invalid(String field, String message) {
        return CallScope.super.invalid(field, readable(message));
    }

    /** The same, of what a provider says. */
    @Override
    public UnsupportedByProviderException unsupported(String message) {
        return CallScope.super.unsupported(readable(message));
    }

    /** Text that may hold what a vendor sent, fit to be read in a message. */
    public String readable(String message) {
        return Excerpt.lines(redactor.text(message));
    }

    /** From now on this secret is taken out of messages. */
    public void redact(Redactor secret) {
        redactor = secret;
    }

    /** The listeners of this call. */
    public CallMonitor monitor() {
        return monitor;
    }

    /** When the call must be over, with all its attempts: a moment of {@link System#nanoTime()}. */
    public long deadlineNanos() {
        return deadlineNanos;
    }

    /**
     * Lets this call wait for a permit as long as that takes, and counts its time from then on: a program that reads a long
     * listing wants all of it, however small the quota is.
     */
    public void waitForQuota() {
        patient = true;
    }

    /** Whether the time of this call begins when its request may leave. */
    public boolean waitsForQuota() {
        return patient;
    }

    /** Puts the deadline off. */
    public void extend(Duration time) {
        deadlineNanos += time.toNanos();
    }
}
