package dev.dealsdk.benchmarks;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The benchmarks that run warm, in JVMs that JMH starts. */
final class JmhRun {
    private JmhRun() {}

    /** Lists, creates and moves over HTTP. */
    static List<Result> calls(Plan plan, int threads) throws RunnerException {
        return run(CallBenchmark.class, plan, threads, threads == 1 ? ", 1 thread" : ", " + threads + " in flight");
    }

    /** Pages from memory. */
    static List<Result> decoding(Plan plan) throws RunnerException {
        return run(DecodeBenchmark.class, plan, 1, "");
    }

    /** Pass by pass, so that what else the machine does falls on all alike; of each number the median. */
    private static List<Result> run(Class<?> benchmark, Plan plan, int threads, String how) throws RunnerException {
        List<Result> passes = new ArrayList<>();
        for (int pass = 1; pass <= plan.passes(); pass++) {
            System.err.println("running " + benchmark.getSimpleName() + how + ", pass " + pass);
            passes.addAll(pass(benchmark, plan, threads, how));
        }
        return Medians.of(passes);
    }

    private static List<Result> pass(Class<?> benchmark, Plan plan, int threads, String how) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(benchmark.getName())
                .forks(1)
                .threads(threads)
                .warmupIterations(plan.warmUp())
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(plan.measured())
                .measurementTime(TimeValue.milliseconds(500))
                .param("entrant", plan.entrants().stream().map(Enum::name).toArray(String[]::new))
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        List<Result> results = new ArrayList<>();
        for (RunResult result : new Runner(options.build()).run()) {
            String label = result.getPrimaryResult().getLabel();
            Map<String, Double> numbers = new LinkedHashMap<>();
            // Of all threads together: how often a call ends, not how long one takes among the others.
            numbers.put(Result.MICROS, result.getPrimaryResult().getScore() / threads);
            numbers.put(Result.CPU_MICROS, secondary(result, CpuProfiler.RESULT));
            numbers.put(Result.BYTES, secondary(result, "gc.alloc.rate.norm"));
            results.add(
                    new Result(label + how, Entrant.valueOf(result.getParams().getParam("entrant")), numbers));
        }
        return results;
    }

    private static double secondary(RunResult result, String name) {
        String key = result.getSecondaryResults().keySet().stream()
                .filter(label -> label.endsWith(name))
                .findFirst()
                .orElseThrow();
        return requireNonNull(result.getSecondaryResults().get(key)).getScore();
    }
}
