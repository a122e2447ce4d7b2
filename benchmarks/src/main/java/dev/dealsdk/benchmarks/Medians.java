package dev.dealsdk.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One result of several of the same thing. */
final class Medians {
    private Medians() {}

    /** In the order of the first of each. */
    static List<Result> of(List<Result> results) {
        Map<List<Object>, List<Result>> same = new LinkedHashMap<>();
        for (Result result : results) {
            same.computeIfAbsent(List.of(result.what(), result.entrant()), key -> new ArrayList<>())
                    .add(result);
        }
        return same.values().stream().map(Medians::ofSame).toList();
    }

    private static Result ofSame(List<Result> results) {
        Result first = results.get(0);
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (String name : first.numbers().keySet()) {
            numbers.put(
                    name,
                    median(results.stream()
                            .map(result -> result.numbers().get(name))
                            .toList()));
        }
        return new Result(first.what(), first.entrant(), numbers);
    }

    /** The middle one; the upper one of two. */
    static double median(List<Double> numbers) {
        return numbers.stream().sorted().toList().get(numbers.size() / 2);
    }
}
