package dev.dealsdk.internal.client;

import dev.dealsdk.DealsConfig;
import dev.dealsdk.internal.config.ConfigPlace;
import dev.dealsdk.internal.value.ServiceUrl;
import dev.dealsdk.spi.DealsProvider;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/** Whether the configured URLs can be those of this vendor: what is sent there holds its token. */
final class UrlChecks {
    /** Such as {@code /v1} or {@code /2025-09}. */
    private static final Pattern VERSION = Pattern.compile(".*/(v[0-9]+(\\.[0-9]+)*|20[0-9]{2}-[0-9]{2}(-[0-9]{2})?)");

    private UrlChecks() {}

    /** One line for each URL that leads to another vendor, or holds the version path that the provider adds. */
    static List<String> faults(DealsConfig config, DealsProvider provider) {
        List<String> faults = new ArrayList<>();
        config.baseUrl()
                .flatMap(url -> otherVendor(url, provider).or(() -> versionPath(url, provider, config)))
                .ifPresent(fault -> faults.add(ConfigPlace.of(config, "deals.base-url") + ": " + fault));
        config.oauthTokenUrl()
                .flatMap(url -> otherVendor(url, provider))
                .ifPresent(fault -> faults.add(ConfigPlace.of(config, "deals.oauth.token-url") + ": " + fault));
        return faults;
    }

    private static Optional<String> otherVendor(URI url, DealsProvider provider) {
        if (ServiceUrl.isLoopback(url) || isAt(url, provider)) {
            return Optional.empty();
        }
        String instead =
                provider.baseUrl().map(own -> "write one such as " + own + ", ").orElse("write the right one, ");
        return Providers.all().stream()
                .filter(other -> isAt(url, other))
                .findFirst()
                .map(other -> "leads to " + other.id() + ", but the provider is " + provider.id() + "; " + instead
                        + "or deals.provider=" + other.id());
    }

    private static boolean isAt(URI url, DealsProvider provider) {
        return provider.baseUrl()
                .filter(own -> ServiceUrl.host(URI.create(own)).equals(ServiceUrl.host(url)))
                .isPresent();
    }

    private static Optional<String> versionPath(URI url, DealsProvider provider, DealsConfig config) {
        String path = path(url);
        String own = "/" + provider.versionPath();
        boolean isPartOfIt = isAt(url, provider) && (own + "/").startsWith(path + "/");
        if (path.isEmpty() || own.length() == 1) {
            return Optional.empty();
        }
        if (path.endsWith(own)
                || isPartOfIt
                || (isAt(url, provider) && VERSION.matcher(path).matches())) {
            String text = url.toString().replaceAll("/+$", "");
            String ending = path.endsWith(own) ? own : path;
            return Optional.of("ends in " + ending + ", but the SDK adds the version path " + own + " itself; write "
                    + text.substring(0, text.length() - ending.length()));
        }
        if (VERSION.matcher(path).matches()) {
            LoggerFactory.getLogger(UrlChecks.class)
                    .warn(
                            "{} ends in what looks like a version path, {}; the SDK adds {} itself",
                            ConfigPlace.of(config, "deals.base-url"),
                            path,
                            own);
        }
        return Optional.empty();
    }

    /** Without slashes at its end. */
    private static String path(URI url) {
        return Optional.ofNullable(url.getRawPath()).orElse("").replaceAll("/+$", "");
    }
}
