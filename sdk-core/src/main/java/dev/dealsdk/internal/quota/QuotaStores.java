package dev.dealsdk.internal.quota;

import dev.dealsdk.spi.QuotaStore;
import java.net.URI;
import java.util.Optional;
import java.util.ServiceLoader;

/** The quota stores on the class path and the module path. */
public final class QuotaStores {
    private QuotaStores() {}

    /** One that is of the kind of an address; empty when its artifact is missing. */
    static Optional<QuotaStore> find(URI address) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return find(address, context).or(() -> find(address, QuotaStores.class.getClassLoader()));
    }

    private static Optional<QuotaStore> find(URI address, ClassLoader loader) {
        return ServiceLoader.load(QuotaStore.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .filter(store -> store.supports(address))
                .findFirst();
    }

    /** Whether there is one of that kind. */
    public static boolean isThere(URI address) {
        return find(address).isPresent();
    }

    /** What is wrong when there is none. */
    public static String missing(URI address) {
        return "nothing on the class path supports a quota store at " + address.getScheme()
                + " addresses; add dev.dealsdk:deals-quota-redis for redis and rediss, or remove the key";
    }
}
