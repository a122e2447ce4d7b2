package acme;

import dev.dealsdk.testkit.ErrorResponseException;
import dev.dealsdk.testkit.OpenApiContract;
import dev.dealsdk.testkit.Routes;
import dev.dealsdk.testkit.SimulatorRequest;
import dev.dealsdk.testkit.SimulatorResponse;
import dev.dealsdk.testkit.VendorSimulator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A simulator of a vendor that the test kit does not know, as its author writes it: deals with a name and a stage. */
public final class AcmeSimulator extends VendorSimulator {
    private final List<@Nullable Object> deals = new ArrayList<>();
    private final Routes api = new Routes()
            .add("GET", "/v1/deals/{id}", (request, path) -> SimulatorResponse.json(200, deal(path)))
            .add("POST", "/v1/deals/{id}/move", this::move);

    private AcmeSimulator() {
        super("acme", Source.CONTRACT);
    }

    /** On a free port of 127.0.0.1. */
    public static AcmeSimulator start() {
        AcmeSimulator simulator = new AcmeSimulator();
        simulator.listen(0);
        return simulator;
    }

    @Override
    public String token() {
        return "acme-token";
    }

    @Override
    protected Map<String, @Nullable Object> completed(Map<String, @Nullable Object> deal) {
        deal.putIfAbsent("id", "deal-" + (deals.size() + 1));
        deal.putIfAbsent("stage", "lead");
        return deal;
    }

    @Override
    protected List<@Nullable Object> elements() {
        return deals;
    }

    @Override
    protected SimulatorResponse respond(SimulatorRequest request) {
        Supplier<SimulatorResponse> endpoint = api.find(request).orElseThrow(() -> error(404, "no such endpoint"));
        if (!request.bearerToken().equals(Optional.of(token()))) {
            throw error(401, "no such token");
        }
        return endpoint.get();
    }

    private SimulatorResponse move(SimulatorRequest request, Map<String, String> path) {
        Map<String, @Nullable Object> deal = deal(path);
        Object stage = request.json()
                .orElseThrow(() -> error(400, "the body is not JSON"))
                .get("stage");
        deal.put("stage", Objects.requireNonNullElseGet(stage, () -> {
            throw error(422, "stage is missing");
        }));
        return SimulatorResponse.json(200, deal).afterWrite();
    }

    @SuppressWarnings("unchecked") // Deals are read from JSON, so their keys are strings.
    private Map<String, @Nullable Object> deal(Map<String, String> path) {
        return deals.stream()
                .filter(deal -> deal instanceof Map<?, ?> fields && Objects.equals(fields.get("id"), path.get("id")))
                .map(deal -> (Map<String, @Nullable Object>) deal)
                .findFirst()
                .orElseThrow(() -> error(404, "no such deal"));
    }

    private static ErrorResponseException error(int status, String message) {
        return new ErrorResponseException(SimulatorResponse.json(status, Map.of("error", message)));
    }

    /** Read once, when the first simulator starts. */
    private static final class Source {
        static final OpenApiContract CONTRACT = read();

        private static OpenApiContract read() {
            try (InputStream document =
                    Objects.requireNonNull(AcmeSimulator.class.getResourceAsStream("acme.openapi.yaml"))) {
                return OpenApiContract.read(document);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
