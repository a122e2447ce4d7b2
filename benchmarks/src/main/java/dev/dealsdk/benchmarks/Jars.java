package dev.dealsdk.benchmarks;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The class path of this process, taken apart: to every entrant its own jars. */
final class Jars {
    private static final List<Path> CLASS_PATH = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();

    private Jars() {}

    /** The jars of these names, whatever their versions. */
    static List<Path> named(List<String> names) {
        return names.stream()
                .map(name ->
                        find(name).orElseThrow(() -> new IllegalStateException(name + " is not on the class path")))
                .toList();
    }

    private static Optional<Path> find(String name) {
        return CLASS_PATH.stream()
                .filter(path -> path.getFileName().toString().matches(name + "-\\d[^/]*\\.jar"))
                .findFirst();
    }

    /** What a program needs that uses this entrant and nothing else. */
    static String classPath(Entrant entrant) {
        Stream<Path> ours = CLASS_PATH.stream().filter(path -> path.endsWith(Path.of("target", "classes")));
        return Stream.of(ours, named(entrant.ownJars()).stream(), named(entrant.otherJars()).stream())
                .flatMap(paths -> paths)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
