package dev.dealsdk.internal.http;

import dev.dealsdk.Operation;
import dev.dealsdk.internal.call.ActiveCall;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.spi.RetrySafety;
import dev.dealsdk.spi.VendorRequest;

/** The kinds of request that the transport treats differently. */
public enum RequestKind {
    READ(Operation.GET, VendorRequest.get("deals", "d1").about("d1")),
    SEARCH(Operation.LIST, post().asRead()),
    UPDATE(Operation.UPDATE, VendorRequest.patch("deals", "d1").about("d1").json(body -> body.value("name", "x"))),
    DELETE(Operation.DELETE, VendorRequest.delete("deals", "d1").about("d1")),
    CREATE_WITH_KEY(Operation.CREATE, post().header("Idempotency-Key", "k1").retry(RetrySafety.IDEMPOTENCY_KEY)),
    MOVE(Operation.MOVE, post().about("d1").retry(RetrySafety.VERIFY_FIRST)),
    CREATE(Operation.CREATE, post());

    public final Operation operation;

    @SuppressWarnings("ImmutableEnumChecker") // A request never changes.
    public final VendorRequest request;

    RequestKind(Operation operation, VendorRequest request) {
        this.operation = operation;
        this.request = request;
    }

    private static VendorRequest post() {
        return VendorRequest.post("deals").json(body -> body.value("name", "x"));
    }

    boolean isWrite() {
        return request.isWrite();
    }

    /** Sends it as a provider would: a delete expects no body, everything else an object. */
    public void on(Wire wire) {
        HttpTransport transport = wire.open();
        ActiveCall call = wire.call(operation);
        if (this == DELETE) {
            transport.send(call, request);
        } else {
            Object response = transport.send(call, request, RequestKind::object);
            if (!response.toString().contains("d1")) {
                throw new AssertionError("not the deal, but " + response);
            }
        }
    }

    private static Object object(JsonReader json) {
        return json.object(fields -> {
            while (fields.next()) {
                fields.keep();
            }
            return fields.rest();
        });
    }
}
