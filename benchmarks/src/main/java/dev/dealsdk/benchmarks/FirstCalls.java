package dev.dealsdk.benchmarks;

import dev.dealsdk.benchmarks.server.ServerProcess;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whole processes that make one call, each with no jars but those its entrant needs. */
final class FirstCalls {
    private static final double NANOS_PER_MILLI = 1_000_000;

    private FirstCalls() {}

    static List<Result> of(Plan plan) throws IOException, InterruptedException {
        List<Result> results = new ArrayList<>();
        try (ServerProcess server = ServerProcess.start()) {
            for (Path jdk : plan.jdks()) {
                results.addAll(on(jdk, plan, server));
            }
        }
        return results;
    }

    /** Round by round, so that what else the machine does falls on all alike. */
    private static List<Result> on(Path jdk, Plan plan, ServerProcess server) throws IOException, InterruptedException {
        Map<Entrant, List<Double>> millis = new EnumMap<>(Entrant.class);
        Map<Entrant, List<Double>> cpuMillis = new EnumMap<>(Entrant.class);
        for (int round = 0; round <= plan.rounds(); round++) {
            System.err.println("running first calls, " + jdk.getFileName() + ", round " + round);
            for (Entrant entrant : plan.entrants()) {
                long start = System.nanoTime();
                double cpu = run(command(jdk, entrant, server, List.of()));
                double took = (System.nanoTime() - start) / NANOS_PER_MILLI;
                // The first one reads the jars from the disk.
                if (round > 0) {
                    millis.computeIfAbsent(entrant, key -> new ArrayList<>()).add(took);
                    cpuMillis.computeIfAbsent(entrant, key -> new ArrayList<>()).add(cpu);
                }
            }
        }
        List<Result> results = new ArrayList<>();
        for (Entrant entrant : plan.entrants()) {
            Map<String, Double> numbers = new LinkedHashMap<>();
            numbers.put(Result.MILLIS, Medians.median(millis.getOrDefault(entrant, List.of())));
            numbers.put(Result.CPU_MILLIS, Medians.median(cpuMillis.getOrDefault(entrant, List.of())));
            numbers.put(Result.CLASSES, classes(jdk, entrant, server));
            results.add(new Result("first call, JDK " + version(jdk), entrant, numbers));
        }
        return results;
    }

    private static double classes(Path jdk, Entrant entrant, ServerProcess server)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile("classes", ".log");
        try {
            run(command(jdk, entrant, server, List.of("-Xlog:class+load:file=" + log)));
            try (Stream<String> lines = Files.lines(log)) {
                return lines.filter(line -> line.contains(" source: ")).count();
            }
        } finally {
            Files.delete(log);
        }
    }

    private static List<String> command(Path jdk, Entrant entrant, ServerProcess server, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(jdk.resolve("bin").resolve("java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", Jars.classPath(entrant), FirstCall.class.getName()));
        command.addAll(List.of(entrant.type(), server.url(entrant.shape())));
        return command;
    }

    /** CPU milliseconds, as the process itself tells them at its end. */
    private static double run(List<String> command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command).redirectError(new File("/dev/null")).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("failed: " + String.join(" ", command));
        }
        return Double.parseDouble(out.substring(out.lastIndexOf('\n') + 1));
    }

    private static String version(Path jdk) throws IOException {
        try (Stream<String> lines = Files.lines(jdk.resolve("release"))) {
            String line = lines.filter(text -> text.startsWith("JAVA_VERSION="))
                    .findFirst()
                    .orElseThrow();
            return line.replaceAll("\\D*(\\d+).*", "$1");
        }
    }
}
