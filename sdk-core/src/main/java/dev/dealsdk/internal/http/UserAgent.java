package dev.dealsdk.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** How the SDK names itself to vendors: product and version, nothing of the machine. */
final class UserAgent {
    static final String VALUE = "deals-sdk-java/" + version();

    private UserAgent() {}

    private static String version() {
        Properties build = new Properties();
        try (InputStream in = UserAgent.class.getResourceAsStream("/dev/dealsdk/internal/build.properties")) {
            if (in != null) {
                build.load(in);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return build.getProperty("version", "unknown");
    }
}
