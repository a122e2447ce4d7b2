package dev.dealsdk.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The endpoints of one vendor. Filled once, before the server starts. */
final class Routes {
    private final List<Route> routes = new ArrayList<>();

    /** Adds an endpoint; of several that match, the one with the fewest open places answers. */
    Routes add(String method, String template, Handler handler) {
        routes.add(new Route(method, new PathTemplate(template), handler));
        routes.sort((one, two) -> Integer.compare(one.template.places(), two.template.places()));
        return this;
    }

    boolean knowsPath(String path) {
        return routes.stream().anyMatch(route -> route.template.match(path).isPresent());
    }

    /** Empty when no endpoint has this method and path. */
    Optional<Target> find(Request request) {
        return routes.stream()
                .filter(route -> route.method.equals(request.method()))
                .flatMap(route ->
                        route.template.match(request.path()).stream().map(places -> new Target(route.handler, places)))
                .findFirst();
    }

    /** Answers one kind of request; the places are the decoded path values by name. */
    @FunctionalInterface
    interface Handler {
        Answer answer(Request request, Map<String, String> places);
    }

    /** A handler with the path values it is to be called with. */
    record Target(Handler handler, Map<String, String> places) {
        Answer answer(Request request) {
            return handler.answer(request, places);
        }
    }

    private record Route(String method, PathTemplate template, Handler handler) {}
}
