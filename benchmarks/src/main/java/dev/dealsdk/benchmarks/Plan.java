package dev.dealsdk.benchmarks;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How thoroughly, and what.
 *
 * @param passes JVMs for each benchmark, one after the other with all others between
 * @param warmUp iterations of half a second that do not count
 * @param measured iterations of half a second that do
 * @param rounds first calls of each entrant
 * @param jdks where the JVMs of the first calls are
 * @param parts some of {@code calls}, {@code decoding}, {@code first}, {@code listing}, {@code turns} and {@code jars}
 * @param entrants who takes part
 */
record Plan(
        int passes, int warmUp, int measured, int rounds, List<Path> jdks, List<String> parts, List<Entrant> entrants) {
    private static final String JDKS = "--jdks=";
    private static final String PARTS = "--parts=";
    private static final String ENTRANTS = "--entrants=";

    /** What the command line asks for; without arguments everything, at a length that leaves the ratios steady. */
    static Plan of(String[] args) {
        Plan plan = new Plan(
                1,
                6,
                3,
                7,
                List.of(Path.of(System.getProperty("java.home"))),
                List.of("jars", "decoding", "calls", "turns", "listing", "first"),
                List.of(Entrant.values()));
        for (String arg : args) {
            plan = plan.with(arg);
        }
        return plan;
    }

    private Plan with(String arg) {
        if (arg.equals("--quick")) {
            return new Plan(1, 1, 1, 1, jdks, parts, entrants);
        }
        if (arg.equals("--thorough")) {
            return new Plan(3, 10, 4, 15, jdks, parts, entrants);
        }
        if (arg.startsWith(JDKS)) {
            List<Path> homes =
                    split(arg, JDKS, File.pathSeparator).map(Path::of).toList();
            return new Plan(passes, warmUp, measured, rounds, homes, parts, entrants);
        }
        if (arg.startsWith(PARTS)) {
            return new Plan(
                    passes,
                    warmUp,
                    measured,
                    rounds,
                    jdks,
                    split(arg, PARTS, ",").toList(),
                    entrants);
        }
        if (arg.startsWith(ENTRANTS)) {
            List<Entrant> some = split(arg, ENTRANTS, ",").map(Entrant::valueOf).toList();
            return new Plan(passes, warmUp, measured, rounds, jdks, parts, some);
        }
        throw new IllegalArgumentException(arg + ": known are --quick, --thorough, " + JDKS + "HOME:HOME, " + PARTS
                + "A,B and " + ENTRANTS + "A,B");
    }

    private static Stream<String> split(String arg, String option, String separator) {
        return Arrays.stream(arg.substring(option.length()).split(separator)).filter(word -> !word.isEmpty());
    }

    boolean includes(String part) {
        return parts.contains(part);
    }
}
