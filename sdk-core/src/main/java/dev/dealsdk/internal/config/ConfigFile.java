package dev.dealsdk.internal.config;

import dev.dealsdk.internal.value.TextFile;
import dev.dealsdk.internal.value.ValueFault;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A properties file, found but not yet read. */
final class ConfigFile {
    private static final String NAME = "deals.properties";
    private static final Source ON_CLASS_PATH = Source.file("classpath:" + NAME);

    private final Source source;
    /** Where the file was asked for: by a setting, or by the program, which knows it by its path. */
    private final Source askedBy;

    private final Content content;

    private ConfigFile(Source source, Source askedBy, Content content) {
        this.source = source;
        this.askedBy = askedBy;
        this.content = content;
    }

    @FunctionalInterface
    private interface Content {
        byte[] read() throws IOException;
    }

    static ConfigFile at(Path path, String shown) {
        return namedBy(Source.file(shown), path, shown);
    }

    /** The one that {@code deals.config} names. */
    static ConfigFile namedBy(Source setting, Path path, String shown) {
        return new ConfigFile(Source.file(shown), setting, () -> TextFile.bytes(path));
    }

    /** The one in the working directory, or else the first on the class path. */
    static Optional<ConfigFile> byName(ConfigSources sources) {
        Path local = sources.workingDirectory().resolve(NAME);
        if (Files.exists(local)) {
            return Optional.of(at(local, NAME));
        }
        return Optional.ofNullable(sources.classPath().getResource(NAME))
                .map(resource -> new ConfigFile(ON_CLASS_PATH, ON_CLASS_PATH, () -> read(resource)));
    }

    /** Without the cache of the JDK, which would keep the jar open. */
    private static byte[] read(URL resource) throws IOException {
        URLConnection connection = resource.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            return in.readAllBytes();
        }
    }

    Source source() {
        return source;
    }

    /** Empty if the file cannot be read. */
    Optional<List<PropertiesText.Line>> lines(Faults faults) {
        try {
            return Optional.of(PropertiesText.parse(content.read(), source, faults));
        } catch (ValueFault inAnotherEncoding) {
            faults.add(source, inAnotherEncoding.problem());
            return Optional.empty();
        } catch (IOException unreadable) {
            String subject = askedBy.equals(source)
                    ? ""
                    : ConfigKey.CONFIG.key() + ": " + ValueFault.quoted(source.text()) + ": ";
            faults.add(
                    askedBy,
                    subject + TextFile.reason(unreadable) + "; write the path of a properties file that can be read");
            return Optional.empty();
        }
    }
}
