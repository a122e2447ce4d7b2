package dev.dealsdk.event;

import dev.dealsdk.Operation;
import java.util.Optional;

/**
 * The start of a call.
 *
 * @param provider the id of the provider, such as {@code stora}
 * @param connection the name of the client's connection in the configuration, such as {@code emea}; empty at the top
 *     level
 * @param operation the operation; empty for calls of the vendor's own API
 * @param dealId the id of the deal that the call is about; empty for calls without one, and while it is not known
 */
public record CallStart(
        String provider, Optional<String> connection, Optional<Operation> operation, Optional<String> dealId) {

    /** {@return the key of the operation, such as {@code move}; {@code api} for calls of the vendor's own API} */
    public String name() {
        return operation.map(Operation::key).orElse("api");
    }
}
