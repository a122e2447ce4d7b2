package dev.dealsdk.internal.client;

import dev.dealsdk.spi.DealsProvider;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

/** A class path with providers of a test's own, as the context of the thread; the test puts back what was there. */
public final class ProviderClassPath extends URLClassLoader {

    private ProviderClassPath(URL directory, ClassLoader parent) {
        super(new URL[] {directory}, parent);
    }

    /** Makes these classes the providers that are found, and no other. */
    public static void enter(Path directory, String... providers) throws IOException {
        enterWith(directory, DealsProvider.class, providers);
    }

    /** Makes these classes the ones of that service that are found. */
    public static void enterWith(Path directory, Class<?> service, String... classes) throws IOException {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.writeString(services.resolve(service.getName()), String.join("\n", classes));
        Thread thread = Thread.currentThread();
        thread.setContextClassLoader(new ProviderClassPath(directory.toUri().toURL(), thread.getContextClassLoader()));
    }

    /** Defines the fake providers itself: as a part of the module under test, a services file would not reach them. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("dev.dealsdk.fake.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = ProviderClassPath.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] code = in.readAllBytes();
            return defineClass(name, code, 0, code.length);
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }
}
