package dev.dealsdk;

import dev.dealsdk.internal.config.ConfigSources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An environment, system properties, a working directory and a class path of a test's own. */
final class TestSources {
    private final Map<String, String> environment = new TreeMap<>();
    private final Map<String, String> systemProperties = new TreeMap<>();
    private final Path directory;

    TestSources(Path directory) {
        this.directory = directory;
    }

    TestSources environment(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    TestSources systemProperty(String key, String value) {
        systemProperties.put(key, value);
        return this;
    }

    /** Writes {@code deals.properties} into the working directory. */
    TestSources file(String... lines) {
        return fileAt("deals.properties", lines);
    }

    TestSources fileAt(String name, String... lines) {
        return bytes(name, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    TestSources bytes(String name, byte[] content) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            return this;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    Path path(String name) {
        return directory.resolve(name);
    }

    DealsConfig.Builder builder() {
        return DealsConfig.builder(sources());
    }

    DealsConfig load() {
        return builder().build();
    }

    DealsConfig load(Path file) {
        return DealsConfig.load(sources(), file);
    }

    DealsConfig from(Map<String, String> map) {
        return DealsConfig.from(sources(), map);
    }

    /** The folder {@code classpath} of the directory is the class path. */
    private ConfigSources sources() {
        return new ConfigSources(environment, systemProperties, directory, classPath());
    }

    @SuppressWarnings("resource") // Opens no jar, so there is nothing to close.
    private ClassLoader classPath() {
        try {
            @Nullable ClassLoader none = null;
            return new URLClassLoader(
                    new URL[] {directory.resolve("classpath").toUri().toURL()}, none);
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
