package dev.dealsdk.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.dealsdk.DealsClient;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The SDK in class loaders of its own, with real older libraries in front of or in place of those that it is built with. */
final class ClassPathCheckTest {
    private static final Path OLD = Path.of("target", "old-libraries");
    /** One class of each jar that the SDK needs. */
    private static final List<String> PROOFS = List.of(
            "dev.dealsdk.DealsClient",
            "org.slf4j.Logger",
            "okhttp3.OkHttpClient",
            "okio.Buffer",
            "kotlin.Unit",
            "com.fasterxml.jackson.core.JsonFactory");

    @Test
    void connect_ownLibraries_areNotObjectedTo() {
        assertThatCode(ClassPathCheck::check).doesNotThrowAnyException();
    }

    @Test
    void connect_okHttp4First_isToldWithTheArtifactToAlign() throws Exception {
        assertThat(connect(withFirst("okhttp-4.12.0.jar")))
                .contains("OkHttp 4.12.0 in okhttp-4.12.0.jar", "5.0 or newer")
                .contains("With Maven, import com.squareup.okhttp3:okhttp-bom:")
                .contains("with Gradle, add implementation(platform(\"com.squareup.okhttp3:okhttp-bom:")
                .doesNotContain("Okio", "jackson");
    }

    @Test
    void connect_oldOkioFirst_isTold() throws Exception {
        assertThat(connect(withFirst("okio-jvm-3.9.0.jar")))
                .contains("Okio in okio-jvm-3.9.0.jar", "3.13 or newer", "okio-jvm:")
                .doesNotContain("okhttp-bom", "jackson");
    }

    @Test
    void connect_oldJacksonFirst_isTold() throws Exception {
        assertThat(connect(withFirst("jackson-core-2.13.5.jar")))
                .contains("jackson-core 2.13.5 in jackson-core-2.13.5.jar", "2.15 or newer", "jackson-bom:")
                .doesNotContain("Okio", "okhttp");
    }

    @Test
    void connect_severalTooOld_tellsAllAtOnce() throws Exception {
        assertThat(connect(withFirst("okhttp-4.12.0.jar", "okio-jvm-3.9.0.jar", "jackson-core-2.13.5.jar")))
                .contains("OkHttp 4.12.0", "Okio", "jackson-core 2.13.5");
    }

    @Test
    void connect_withoutLibraries_tellsWhatToAdd() throws Exception {
        assertThat(connect(of(List.of("dev.dealsdk.DealsClient", "org.slf4j.Logger"))))
                .contains("OkHttp is not on the class path", "com.squareup.okhttp3:okhttp-jvm")
                .contains("Okio is not on the class path", "jackson-core is not on the class path");
    }

    @Test
    void connect_recentLibraries_goesOnToTheProvider() throws Exception {
        assertThat(connect(withFirst())).contains("there is no provider \"nobody\"");
    }

    private static List<URL> withFirst(String... old) throws Exception {
        List<URL> path = new ArrayList<>();
        for (String jar : old) {
            Path file = OLD.resolve(jar);
            assertThat(Files.exists(file))
                    .as(file + ", which Maven copies there")
                    .isTrue();
            path.add(file.toUri().toURL());
        }
        path.addAll(of(PROOFS));
        return path;
    }

    /** The jars and folders that these classes are from. */
    private static List<URL> of(List<String> classes) throws ClassNotFoundException {
        List<URL> path = new ArrayList<>();
        for (String name : classes) {
            path.add(Class.forName(name).getProtectionDomain().getCodeSource().getLocation());
        }
        return path;
    }

    /** The message with which connecting fails, since no provider has that name. */
    private static String connect(List<URL> path) throws Exception {
        // That of the platform would find the SDK of this test, where it is a named module.
        ClassLoader boot = ClassLoader.getPlatformClassLoader().getParent();
        try (URLClassLoader loader = new URLClassLoader(path.toArray(URL[]::new), boot)) {
            Class<?> configs = loader.loadClass("dev.dealsdk.DealsConfig");
            Object config = configs.getMethod("from", Map.class)
                    .invoke(null, Map.of("deals.provider", "nobody", "deals.token", "a-token"));
            try {
                loader.loadClass(DealsClient.class.getName())
                        .getMethod("connect", configs)
                        .invoke(null, config);
                throw new AssertionError("connected");
            } catch (InvocationTargetException refused) {
                Throwable failure = refused.getTargetException();
                assertThat(failure.getClass().getSimpleName()).isEqualTo("ConfigurationException");
                return String.valueOf(failure.getMessage());
            }
        }
    }
}
