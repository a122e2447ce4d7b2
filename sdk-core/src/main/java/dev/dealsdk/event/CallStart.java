package dev.dealsdk.event;

import dev.dealsdk.Operation;
import java.util.Optional;

/**
 * A call that begins.
 *
 * @param provider the id of the provider, such as {@code stora}
 * @param connection the name of the client's connection in the configuration, such as {@code emea}; empty at the top level
 * @param operation what is done; empty for calls of the vendor's own API
 * @param dealId the deal it is about; empty for calls about none, and before it is known
 */
public record CallStart(
        String provider, Optional<String> connection, Optional<Operation> operation, Optional<String> dealId) {

    /** {@return the key of the operation, such as {@code move}; {@code api} for calls of the vendor's own API} */
    public String name() {
        return operation.map(Operation::key).orElse("api");
    }
}
