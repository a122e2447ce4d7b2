package dev.dealsdk.testkit;

import dev.dealsdk.testkit.internal.openapi.OpenApiChecker;
import dev.dealsdk.testkit.internal.openapi.OpenApiDocument;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * A vendor's OpenAPI document, 3.0 or 3.1, which a simulator checks requests and its own responses against. Immutable;
 * reading one takes a moment, so that all simulators of a vendor share it.
 *
 * <p>Requests are judged more strictly than by JSON Schema: a name that the document does not list is a breach. Responses
 * with an error status that the document does not list are no breach; headers other than the content type are not judged.
 */
public final class OpenApiContract {
    private static final OpenApiContract NONE = new OpenApiContract(Optional.empty());

    private final Optional<OpenApiChecker> checker;

    private OpenApiContract(Optional<OpenApiChecker> checker) {
        this.checker = checker;
    }

    /** {@return a contract that nothing can breach, for a vendor without a document} */
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

    /** What is wrong with a request, one sentence each. */
    List<String> request(SimulatorRequest request) {
        return checker.map(some -> some.request(request)).orElse(List.of());
    }

    /** What is wrong with a response to a request, one sentence each. */
    List<String> response(SimulatorRequest request, SimulatorResponse response) {
        return checker.map(some -> some.response(request, response)).orElse(List.of());
    }

    /** Whether a value fits one of the named schemas under {@code components}; without a document each does. */
    boolean fits(String schema, Object value) {
        return checker.map(some -> some.fits(schema, value)).orElse(true);
    }
}
