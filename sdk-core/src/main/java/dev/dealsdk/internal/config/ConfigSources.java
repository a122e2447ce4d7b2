package dev.dealsdk.internal.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Where sources are looked for.
 *
 * @param environment variables by name
 * @param systemProperties those with a text as value
 * @param workingDirectory where relative names of files start
 * @param classPath where resources are found
 */
public record ConfigSources(
        Map<String, String> environment,
        Map<String, String> systemProperties,
        Path workingDirectory,
        ClassLoader classPath) {

    /** Those of the running program, as they are now. */
    public static ConfigSources ofThisProgram() {
        return new ConfigSources(
                System.getenv(), properties(System.getProperties()), Path.of(""), contextClassLoader());
    }

    private static Map<String, String> properties(Properties properties) {
        Map<String, String> texts = new HashMap<>();
        for (String name : properties.stringPropertyNames()) {
            texts.put(name, properties.getProperty(name, ""));
        }
        return texts;
    }

    private static ClassLoader contextClassLoader() {
        // A reference to the method, which asks who calls it, would cost the first call a dozen classes.
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context != null ? context : ClassLoader.getSystemClassLoader();
    }

    /** Environment and properties hold secrets, not only ours. */
    @Override
    public String toString() {
        return "ConfigSources[" + workingDirectory + "]";
    }
}
