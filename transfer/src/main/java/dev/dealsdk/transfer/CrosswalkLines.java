package dev.dealsdk.transfer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Collects the lines of a cross-walk in any order, in compact form. Not thread-safe. */
final class CrosswalkLines {
    private final Optional<String> sourceProvider;
    private final Optional<String> targetProvider;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private int[] starts = new int[64];
    private int[] numbers = new int[32];
    private int size;

    CrosswalkLines(Optional<String> sourceProvider, Optional<String> targetProvider) {
        this.sourceProvider = sourceProvider;
        this.targetProvider = targetProvider;
    }

    /** @param number the number of the line, for messages */
    void add(String source, String target, int number) {
        if (2 * size + 2 >= starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
            numbers = Arrays.copyOf(numbers, 2 * numbers.length);
        }
        numbers[size] = number;
        text.writeBytes(source.getBytes(StandardCharsets.UTF_8));
        starts[2 * size + 1] = text.size();
        text.writeBytes(target.getBytes(StandardCharsets.UTF_8));
        starts[2 * size + 2] = text.size();
        size++;
    }

    /** Duplicate lines count once; of two lines with the same old id, the first is used. */
    Crosswalk toCrosswalk() {
        return toCrosswalk(unused -> {});
    }

    /** @param fault receives a message for each ambiguous line */
    Crosswalk toCrosswalk(Consumer<String> fault) {
        byte[] bytes = text.toByteArray();
        List<Integer> order = IntStream.range(0, size)
                .boxed()
                .sorted((one, other) -> compare(bytes, 2 * one, 2 * other))
                .toList();
        byte[] sorted = new byte[bytes.length];
        int[] places = new int[2 * size + 1];
        int[] lines = new int[size];
        int kept = 0;
        int previous = -1;
        for (int line : order) {
            if (previous >= 0 && compare(bytes, 2 * previous, 2 * line) == 0) {
                if (compare(bytes, 2 * previous + 1, 2 * line + 1) != 0) {
                    fault.accept("line " + numbers[line] + ": the old id " + id(bytes, 2 * line)
                            + " has a different new id in line " + numbers[previous] + "; remove the wrong line");
                }
                continue;
            }
            int start = places[2 * kept];
            int length = starts[2 * line + 2] - starts[2 * line];
            System.arraycopy(bytes, starts[2 * line], sorted, start, length);
            places[2 * kept + 1] = start + starts[2 * line + 1] - starts[2 * line];
            places[2 * kept + 2] = start + length;
            lines[kept] = numbers[line];
            kept++;
            previous = line;
        }
        Crosswalk crosswalk = new Crosswalk(
                sourceProvider,
                targetProvider,
                Arrays.copyOf(sorted, places[2 * kept]),
                Arrays.copyOf(places, 2 * kept + 1));
        checkChains(crosswalk, lines, fault);
        return crosswalk;
    }

    /** Reports new ids that are also old ids, since they are ambiguous. */
    private static void checkChains(Crosswalk crosswalk, int[] lines, Consumer<String> fault) {
        int[] place = new int[1];
        crosswalk.each((source, target) -> {
            int line = lines[place[0]++];
            if (!source.equals(target)
                    && crosswalk
                            .targetOf(target)
                            .filter(other -> !other.equals(target))
                            .isPresent()) {
                fault.accept("line " + line + ": the new id " + target
                        + " is also an old id, so it could mean either deal; remove the wrong line");
            }
        });
    }

    private int compare(byte[] bytes, int one, int other) {
        return Arrays.compareUnsigned(bytes, starts[one], starts[one + 1], bytes, starts[other], starts[other + 1]);
    }

    private String id(byte[] bytes, int number) {
        return new String(bytes, starts[number], starts[number + 1] - starts[number], StandardCharsets.UTF_8);
    }
}
