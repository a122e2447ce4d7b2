package dev.dealsdk.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs everything once, and prints the tables: {@code bash benchmarks/run}. */
public final class Main {
    private Main() {}

    /** Takes what {@link Plan} knows. Writes {@code target/benchmarks.md} and {@code target/benchmarks.json} too. */
    public static void main(String[] args) throws Exception {
        Plan plan = Plan.of(args);
        List<Result> results = new ArrayList<>();
        if (plan.includes("jars")) {
            results.addAll(Weights.of(plan));
        }
        if (plan.includes("decoding")) {
            results.addAll(JmhRun.decoding(plan));
        }
        if (plan.includes("calls")) {
            for (int threads : List.of(1, 64)) {
                results.addAll(JmhRun.calls(plan, threads));
            }
        }
        if (plan.includes("turns")) {
            results.addAll(TurnByTurn.of(plan));
        }
        if (plan.includes("listing")) {
            results.addAll(Listings.of());
        }
        if (plan.includes("first")) {
            results.addAll(FirstCalls.of(plan));
        }
        Path target = Files.createDirectories(Path.of("target"));
        String tables = new Tables(results).text();
        Files.writeString(target.resolve("benchmarks.md"), tables);
        Files.writeString(target.resolve("benchmarks.json"), ResultsJson.of(results));
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(tables);
    }
}
