package dev.dealsdk.internal.call;

import dev.dealsdk.CallOptions;
import dev.dealsdk.Operation;
import dev.dealsdk.VendorCall;
import dev.dealsdk.spi.CallScope;
import java.util.Optional;
import java.util.UUID;

/** The scope of a vendor's own API: each of its requests is a call by itself, which begins when it is sent. Immutable. */
public final class ApiCalls implements CallScope {
    private final String provider;
    private final CallOptions options;

    /** The calls of one provider's API, all under the same options. */
    public ApiCalls(String provider, CallOptions options) {
        this.provider = provider;
        this.options = options;
    }

    @Override
    public Optional<Operation> operation() {
        return Optional.empty();
    }

    @Override
    public CallOptions options() {
        return options;
    }

    @Override
    public String idempotencyKey() {
        return options.idempotencyKey().orElseGet(() -> UUID.randomUUID().toString());
    }

    /** The API speaks of stages in the vendor's ids alone. */
    @Override
    public String stageId(String id) {
        return id;
    }

    @Override
    public VendorCall.Builder call() {
        return VendorCall.builder().provider(provider);
    }
}
