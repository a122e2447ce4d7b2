package dev.dealsdk.examples;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.spi.DealsProvider;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;

/**
 * What one provider says under each kind of configuration that may change it.
 *
 * @param byDefault nothing but the provider set
 * @param closing the stages of won, lost and reopened deals named
 * @param unverified what is not fully documented allowed
 * @param both closing stages and unverified together
 */
public record VendorClaims(Capabilities byDefault, Capabilities closing, Capabilities unverified, Capabilities both) {
    private static final Map<String, String> CLOSING =
            Map.of("deals.won-stage", "won", "deals.lost-stage", "lost", "deals.open-stage", "open");
    private static final Map<String, String> UNVERIFIED = Map.of("deals.allow-unverified", "true");

    /** The mark of what holds with closing stages alone. */
    public static final String WITH_CLOSING = "¹";

    /** The mark of what holds with {@code deals.allow-unverified} alone. */
    public static final String WITH_UNVERIFIED = "²";

    /** The mark of what takes both. */
    public static final String WITH_BOTH = "³";

    /** {@return those of every vendor on the class path, sorted by id} A provider without a service of its own is no vendor. */
    public static List<VendorClaims> all() {
        return ServiceLoader.load(DealsProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.baseUrl().isPresent())
                .sorted(Comparator.comparing(DealsProvider::id))
                .map(VendorClaims::of)
                .toList();
    }

    private static VendorClaims of(DealsProvider provider) {
        Map<String, String> plain = Map.of("deals.provider", provider.id());
        Map<String, String> closing = with(plain, CLOSING);
        return new VendorClaims(
                provider.capabilities(DealsConfig.from(plain)),
                provider.capabilities(DealsConfig.from(closing)),
                provider.capabilities(DealsConfig.from(with(plain, UNVERIFIED))),
                provider.capabilities(DealsConfig.from(with(closing, UNVERIFIED))));
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    /** {@return the id of the provider} */
    public String provider() {
        return byDefault.provider();
    }

    /**
     * {@return a part of the claims in words: first as it is by default, then what else it can be, with a mark}
     *
     * @param part what to tell of the claims under one configuration
     */
    public String tell(Function<Capabilities, String> part) {
        String plain = part.apply(byDefault);
        String withClosing = part.apply(closing);
        String withUnverified = part.apply(unverified);
        String withBoth = part.apply(both);
        StringBuilder words = new StringBuilder(plain);
        if (!withClosing.equals(plain)) {
            words.append(", ").append(withClosing).append(WITH_CLOSING);
        }
        if (!withUnverified.equals(plain)) {
            words.append(", ").append(withUnverified).append(WITH_UNVERIFIED);
        }
        if (!List.of(plain, withClosing, withUnverified).contains(withBoth)) {
            words.append(", ").append(withBoth).append(WITH_BOTH);
        }
        return words.toString();
    }
}
