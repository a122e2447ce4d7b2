package dev.dealsdk.benchmarks;

import com.sun.management.ThreadMXBean;
import dev.dealsdk.benchmarks.server.ServerProcess;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The same calls in one JVM, a tenth of a second of each entrant after the other, again and again: nothing is left to compile,
 * and what else the machine does falls on all alike. Of each number the lower quartile, CPU of the calling thread.
 */
final class TurnByTurn {
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    private static final double NANOS_PER_MICRO = 1_000;
    private static final int WARM_UP = 25;
    private static final int TURNS = 40;

    private TurnByTurn() {}

    static List<Result> of(Plan plan) throws Exception {
        List<Result> results = new ArrayList<>();
        try (ServerProcess server = ServerProcess.start()) {
            Map<Entrant, Contender> contenders = new EnumMap<>(Entrant.class);
            for (Entrant entrant : plan.entrants()) {
                contenders.put(entrant, Contender.connect(entrant.type(), server.url(entrant.shape())));
            }
            for (Operation operation : Operation.values()) {
                System.err.println("running turn by turn, " + operation);
                results.addAll(of(operation, contenders));
            }
            for (Contender contender : contenders.values()) {
                contender.close();
            }
        }
        return results;
    }

    private static List<Result> of(Operation operation, Map<Entrant, Contender> contenders) throws Exception {
        Map<Entrant, List<Double>> micros = new EnumMap<>(Entrant.class);
        Map<Entrant, List<Double>> cpuMicros = new EnumMap<>(Entrant.class);
        for (int turn = -WARM_UP; turn < TURNS; turn++) {
            for (Map.Entry<Entrant, Contender> each : contenders.entrySet()) {
                long start = System.nanoTime();
                long cpu = THREADS.getCurrentThreadCpuTime();
                for (int i = 0; i < operation.calls; i++) {
                    operation.call(each.getValue());
                }
                if (turn >= 0) {
                    double calls = operation.calls * NANOS_PER_MICRO;
                    micros.computeIfAbsent(each.getKey(), key -> new ArrayList<>())
                            .add((System.nanoTime() - start) / calls);
                    cpuMicros
                            .computeIfAbsent(each.getKey(), key -> new ArrayList<>())
                            .add((THREADS.getCurrentThreadCpuTime() - cpu) / calls);
                }
            }
        }
        List<Result> results = new ArrayList<>();
        micros.forEach((entrant, numbers) -> results.add(new Result(
                operation.name().toLowerCase(Locale.ROOT) + ", turn by turn",
                entrant,
                Map.of(Result.MICROS, lowerQuartile(numbers)))));
        cpuMicros.forEach((entrant, numbers) -> results.add(new Result(
                operation.name().toLowerCase(Locale.ROOT) + ", turn by turn, CPU of the caller",
                entrant,
                Map.of(Result.CPU_MICROS, lowerQuartile(numbers)))));
        return results;
    }

    private static double lowerQuartile(List<Double> numbers) {
        return numbers.stream().sorted().toList().get(numbers.size() / 4);
    }

    private enum Operation {
        LIST(60),
        CREATE(400),
        MOVE(400);

        final int calls;

        Operation(int calls) {
            this.calls = calls;
        }

        void call(Contender contender) throws Exception {
            switch (this) {
                case LIST -> contender.list();
                case CREATE -> contender.create();
                case MOVE -> contender.move();
            }
        }
    }
}
