package dev.dealsdk.testkit;

import dev.dealsdk.testkit.internal.openapi.OpenApiChecker;
import dev.dealsdk.testkit.internal.openapi.OpenApiDocument;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * A vendor's OpenAPI document, version 3.0 or 3.1, against which a simulator checks requests and its own responses.
 * Immutable. Reading a document is slow, so all simulators of a vendor should share an instance.
 *
 * <p>Requests are checked more strictly than by JSON Schema: a name that the document does not list is a violation. A
 * response with an error status that the document does not list is not a violation. Of the headers, only the content
 * type is checked.
 */
public final class OpenApiContract {
    private static final OpenApiContract NONE = new OpenApiContract(Optional.empty());

    private final Optional<OpenApiChecker> checker;

    private OpenApiContract(Optional<OpenApiChecker> checker) {
        this.checker = checker;
    }

    /** {@return a contract without rules, for a vendor without a document} */
    public static OpenApiContract none() {
        return NONE;
    }

    /**
     * Reads a document.
     *
     * @param document YAML or JSON in UTF-8; closed by the caller
     * @return the contract
     * @throws java.io.UncheckedIOException if the document cannot be read
     */
    public static OpenApiContract read(InputStream document) {
        return of(OpenApiDocument.read(document));
    }

    static OpenApiContract of(OpenApiDocument document) {
        return new OpenApiContract(Optional.of(new OpenApiChecker(document)));
    }

    /** Returns the violations of a request, one sentence each. */
    List<String> request(SimulatorRequest request) {
        return checker.map(some -> some.request(request)).orElse(List.of());
    }

    /** Returns the violations of a response, one sentence each. */
    List<String> response(SimulatorRequest request, SimulatorResponse response) {
        return checker.map(some -> some.response(request, response)).orElse(List.of());
    }

    /** Returns true if a value matches one of the schemas under {@code components}, or if there is no document. */
    boolean fits(String schema, Object value) {
        return checker.map(some -> some.fits(schema, value)).orElse(true);
    }
}
