package dev.dealsdk.internal.config;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A properties file, found but not yet read. */
final class ConfigFile {
    private static final String NAME = "deals.properties";
    private static final String DIRECTORY = "is a directory";
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
        return new ConfigFile(Source.file(shown), setting, () -> read(path));
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

    private static byte[] read(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, DIRECTORY);
        }
        return Files.readAllBytes(path);
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
                    askedBy, subject + reason(unreadable) + "; write the path of a properties file that can be read");
            return Optional.empty();
        }
    }

    /** In words: the message of these exceptions is often the path alone. */
    static String reason(IOException unreadable) {
        if (unreadable instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (unreadable instanceof AccessDeniedException) {
            return "may not be read by the user this program runs as";
        }
        if (unreadable instanceof FileSystemException file && DIRECTORY.equals(file.getReason())) {
            return DIRECTORY;
        }
        String detail = unreadable instanceof FileSystemException file ? file.getReason() : unreadable.getMessage();
        return "cannot be read (" + unreadable.getClass().getSimpleName() + (detail == null ? "" : ", " + detail) + ")";
    }
}
