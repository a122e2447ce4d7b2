package dev.dealsdk.internal.client;

import java.util.Optional;
import java.util.ServiceLoader;

/** What optional artifacts offer. */
final class Services {
    private Services() {}

    /** A new instance of the first one that is found; empty when its artifact is missing. */
    static <T> Optional<T> first(Class<T> service) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return ServiceLoader.load(service, context)
                .findFirst()
                .or(() -> ServiceLoader.load(service, Services.class.getClassLoader())
                        .findFirst());
    }
}
