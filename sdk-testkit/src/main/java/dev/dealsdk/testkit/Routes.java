package dev.dealsdk.testkit;

import dev.dealsdk.testkit.internal.http.PathTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The endpoints of a vendor simulator. Not thread-safe: add all endpoints before the simulator listens. */
public final class Routes {
    private final List<Route> routes = new ArrayList<>();

    /** Creates routes without endpoints. */
    public Routes() {}

    /**
     * Adds an endpoint. If several endpoints match a request, the one with the fewest placeholders is called.
     *
     * @param method the method in upper case
     * @param template the path with placeholders for single segments, such as {@code /v1/deals/{id}/move}
     * @param handler called for each request with this method and path
     * @return these routes
     */
    public Routes add(String method, String template, Handler handler) {
        routes.add(new Route(method, new PathTemplate(template), handler));
        routes.sort((one, two) -> Integer.compare(one.template.places(), two.template.places()));
        return this;
    }

    /**
     * Returns whether a path has an endpoint for any method.
     *
     * @param path the path as sent, without the query
     * @return true if there is such an endpoint
     */
    public boolean knowsPath(String path) {
        return routes.stream().anyMatch(route -> route.template.match(path).isPresent());
    }

    /**
     * Finds the endpoint of a request.
     *
     * @param request the request
     * @return a supplier that calls the handler of the endpoint; empty if no endpoint has this method and path
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
         * @param request a request with the method and path of the endpoint
         * @param places the decoded segments at the placeholders, by name
         * @return the response
         * @throws ErrorResponseException to refuse the request
         */
        SimulatorResponse respond(SimulatorRequest request, Map<String, String> places);
    }

    private record Route(String method, PathTemplate template, Handler handler) {}
}
