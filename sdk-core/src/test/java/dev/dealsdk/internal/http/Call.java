package dev.dealsdk.internal.http;

import dev.dealsdk.Operation;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.spi.Repeat;
import dev.dealsdk.spi.VendorRequest;

/** The kinds of call that the transport treats differently. */
enum Call {
    READ(Operation.GET, VendorRequest.get("deals", "d1")),
    SEARCH(Operation.LIST, post().asRead()),
    UPDATE(Operation.UPDATE, VendorRequest.patch("deals", "d1").json(body -> body.value("name", "x"))),
    DELETE(Operation.DELETE, VendorRequest.delete("deals", "d1")),
    CREATE_WITH_KEY(Operation.CREATE, post().header("Idempotency-Key", "k1").repeat(Repeat.WITH_SAME_KEY)),
    MOVE(Operation.MOVE, post().repeat(Repeat.AFTER_READ_BACK)),
    CREATE(Operation.CREATE, post());

    final Operation operation;

    @SuppressWarnings("ImmutableEnumChecker") // A request never changes.
    final VendorRequest request;

    Call(Operation operation, VendorRequest request) {
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
    void on(Wire wire) {
        HttpTransport transport = wire.open(operation);
        if (this == DELETE) {
            transport.send(request).execute();
        } else {
            Object answer = transport.send(request, Call::object).execute();
            if (!answer.toString().contains("d1")) {
                throw new AssertionError("not the deal, but " + answer);
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
