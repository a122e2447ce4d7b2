package dev.dealsdk.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an entrant adds to a program, in jars. */
final class Weights {
    private static final double KILO = 1_000;

    private Weights() {}

    static List<Result> of(Plan plan) {
        List<Result> results = new ArrayList<>();
        for (Entrant entrant : plan.entrants()) {
            List<Path> own = Jars.named(entrant.ownJars());
            List<Path> other = Jars.named(entrant.otherJars());
            Map<String, Double> numbers = new LinkedHashMap<>();
            numbers.put(Result.OWN_KB, bytes(own) / KILO);
            numbers.put(Result.ALL_KB, (bytes(own) + bytes(other)) / KILO);
            numbers.put(Result.JARS, (double) own.size() + other.size());
            results.add(new Result("jars", entrant, numbers));
        }
        return results;
    }

    private static long bytes(List<Path> jars) {
        return jars.stream().mapToLong(Weights::size).sum();
    }

    private static long size(Path jar) {
        try {
            return Files.size(jar);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
