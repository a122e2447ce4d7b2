package dev.dealsdk.internal.client;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.core.json.PackageVersion;
import dev.dealsdk.ConfigurationException;
import dev.dealsdk.VendorCall;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether the libraries on the class path are recent enough. Other dependencies of a program may bring older ones, with which
 * the first call would end in an {@link Error} that names a method and no artifact.
 *
 * <p>Found out once, when the class is initialized, from classes that the first call needs anyway. Where a version cannot be
 * told, as in a native image, nothing is objected to.
 */
final class ClassPathCheck {
    private static final Pattern MAJOR_AND_MINOR = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(\\D.*)?");
    private static final List<String> PROBLEMS = problems(ClassPathCheck.class.getClassLoader());

    private ClassPathCheck() {}

    /** @throws ConfigurationException if a library is too old or absent; with the jar, and what to write in the build file */
    static void check() {
        if (!PROBLEMS.isEmpty()) {
            throw new ConfigurationException(PROBLEMS, VendorCall.builder().build(), null);
        }
    }

    private static List<String> problems(@Nullable ClassLoader loader) {
        List<String> problems = new ArrayList<>(3);
        okHttp(loader).ifPresent(problems::add);
        okio(loader).ifPresent(problems::add);
        jackson().ifPresent(problems::add);
        return List.copyOf(problems);
    }

    private static Optional<String> okHttp(@Nullable ClassLoader loader) {
        @Nullable Class<?> client = find("okhttp3.OkHttpClient", loader);
        if (client == null) {
            return Optional.of(
                    "OkHttp is not on the class path. Its classes are in com.squareup.okhttp3:okhttp-jvm; the"
                            + " artifact okhttp has none since 5.0. Add okhttp-jvm, or remove the exclusion of it");
        }
        @Nullable Class<?> five = find("okhttp3.OkHttp", loader);
        String version;
        if (five != null) {
            version = constant(five, "VERSION");
        } else {
            version = find("okhttp3.internal.Version", loader) == null ? "" : "3.0";
        }
        return isAtLeast(5, 0, version)
                ? Optional.empty()
                : Optional.of(tooOld("OkHttp", version, client, "5.0")
                        + "With Maven, import com.squareup.okhttp3:okhttp-bom:5.0.0 or newer in <dependencyManagement>, which"
                        + " makes the old artifact okhttp an empty one; with Gradle, add"
                        + " implementation(platform(\"com.squareup.okhttp3:okhttp-bom:5.0.0\")) or newer");
    }

    /** Okio tells no version; the class is new in 3.13, and OkHttp 5 opens each connection with it. */
    private static Optional<String> okio(@Nullable ClassLoader loader) {
        @Nullable Class<?> buffer = find("okio.Buffer", loader);
        if (buffer == null) {
            return Optional.of(
                    "Okio is not on the class path. Add com.squareup.okio:okio-jvm:3.13.0 or newer, or remove the"
                            + " exclusion of it");
        }
        @Nullable Class<?> socket = find("okio.Socket", loader);
        // From the same jar: one of a newer Okio further back on the class path does not help.
        return socket != null && Objects.equals(place(socket), place(buffer))
                ? Optional.empty()
                : Optional.of(tooOld("Okio", "", buffer, "3.13")
                        + "With Maven, set com.squareup.okio:okio-jvm:3.13.0 or newer in <dependencyManagement>, and exclude"
                        + " com.squareup.okio:okio of version 2 or older; with Gradle, add"
                        + " implementation(\"com.squareup.okio:okio-jvm:3.13.0\") or newer");
    }

    private static Optional<String> jackson() {
        try {
            Version version = PackageVersion.VERSION;
            return version.getMajorVersion() > 2 || version.getMinorVersion() >= 15
                    ? Optional.empty()
                    : Optional.of(tooOld("jackson-core", version.toString(), PackageVersion.class, "2.15")
                            + "With Maven, import com.fasterxml.jackson:jackson-bom:2.15.0 or newer in"
                            + " <dependencyManagement>, before any other BOM that sets it; with Gradle, add"
                            + " implementation(platform(\"com.fasterxml.jackson:jackson-bom:2.15.0\")) or newer");
        } catch (LinkageError absent) {
            return Optional.of(
                    "jackson-core is not on the class path. Add com.fasterxml.jackson.core:jackson-core:2.15.0 or"
                            + " newer, or remove the exclusion of it");
        }
    }

    private static String tooOld(String library, String version, Class<?> proof, String floor) {
        @Nullable String place = place(proof);
        return (version.isEmpty() ? library : library + " " + version)
                + (place == null ? "" : " in " + place.substring(place.lastIndexOf('/', place.length() - 2) + 1))
                + " comes first on the class path and is too old: the SDK needs " + floor + " or newer. ";
    }

    /** The path of the jar or folder that a class is from; null where nobody knows. */
    private static @Nullable String place(Class<?> type) {
        @Nullable CodeSource source = type.getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null
                ? null
                : source.getLocation().getPath();
    }

    private static boolean isAtLeast(int major, int minor, String version) {
        Matcher numbers = MAJOR_AND_MINOR.matcher(version);
        if (!numbers.matches()) {
            return true;
        }
        int found = Integer.parseInt(numbers.group(1));
        return found > major || (found == major && Integer.parseInt(numbers.group(2)) >= minor);
    }

    private static @Nullable Class<?> find(String name, @Nullable ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError absent) {
            return null;
        }
    }

    private static String constant(Class<?> type, String field) {
        try {
            return String.valueOf(type.getField(field).get(null));
        } catch (ReflectiveOperationException | LinkageError unknown) {
            return "";
        }
    }
}
