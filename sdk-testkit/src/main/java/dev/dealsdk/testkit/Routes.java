package dev.dealsdk.testkit;

import dev.dealsdk.testkit.internal.http.PathTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The endpoints of one vendor's simulator. Not thread-safe: filled once, before the simulator listens. */
public final class Routes {
    private final List<Route> routes = new ArrayList<>();

    /** No endpoints. */
    public Routes() {}

    /**
     * Adds an endpoint; of several that match a request, the one with the fewest placeholders is called.
     *
     * @param method in upper case
     * @param template the path with placeholders for single segments, such as {@code /v1/deals/{id}/move}
     * @param handler called for each request of this method and path
     * @return these routes
     */
    public Routes add(String method, String template, Handler handler) {
        routes.add(new Route(method, new PathTemplate(template), handler));
        routes.sort((one, two) -> Integer.compare(one.template.places(), two.template.places()));
        return this;
    }

    /**
     * Whether any method is offered at a path.
     *
     * @param path as sent, without the query
     * @return whether some endpoint has it
     */
    public boolean knowsPath(String path) {
        return routes.stream().anyMatch(route -> route.template.match(path).isPresent());
    }

    /**
     * Finds the endpoint of a request.
     *
     * @param request any
     * @return what calls the handler of the endpoint; empty when none has this method and path
     */
    public Optional<Supplier<SimulatorResponse>> find(SimulatorRequest request) {
        return routes.stream()
                .filter(route -> route.method.equals(request.method()))
                .<Supplier<SimulatorResponse>>flatMap(route -> route.template.match(request.path()).stream()
                        .map(places -> () -> route.handler.respond(request, places)))
                .findFirst();
    }

    /** Processes the requests of one endpoint. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Processes one request.
         *
         * @param request of the endpoint's method and path
         * @param places the segments at the placeholders by name, decoded
         * @return the response
         * @throws ErrorResponseException to refuse the request
         */
        SimulatorResponse respond(SimulatorRequest request, Map<String, String> places);
    }

    private record Route(String method, PathTemplate template, Handler handler) {}
}
