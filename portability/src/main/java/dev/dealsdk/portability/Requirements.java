package dev.dealsdk.portability;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a program needs of a vendor: declared by hand or by {@code deals.require}, or recorded in {@code
 * deals.usage-file}. Immutable.
 */
public final class Requirements {
    private final SortedMap<Requirement, Long> uses;

    private Requirements(SortedMap<Requirement, Long> uses) {
        this.uses = uses;
    }

    /**
     * {@return these requirements with how often each was used}
     *
     * @param uses a count of 0 is declared and not recorded
     */
    public static Requirements counted(Map<Requirement, Long> uses) {
        return new Requirements(Collections.unmodifiableSortedMap(new TreeMap<>(uses)));
    }

    /**
     * {@return these requirements, declared and not counted; none without arguments}
     *
     * @param declared such as {@code Requirement.operation(Operation.MOVE)}
     */
    public static Requirements of(Requirement... declared) {
        SortedMap<Requirement, Long> uses = new TreeMap<>();
        for (Requirement requirement : declared) {
            uses.put(requirement, 0L);
        }
        return counted(uses);
    }

    /**
     * {@return what {@code deals.require} says}
     *
     * @param config the program's
     */
    public static Requirements declaredBy(DealsConfig config) {
        return of(config.require().stream().map(Requirement::operation).toArray(Requirement[]::new));
    }

    /**
     * {@return what was recorded into {@code deals.usage-file}; nothing if it is not set, or there is no such file yet}
     *
     * @param config the program's
     * @throws ConfigurationException if the file cannot be read, or holds what is no requirement
     */
    public static Requirements recordedBy(DealsConfig config) {
        return config.usageFile().filter(Files::exists).map(Requirements::load).orElseGet(Requirements::of);
    }

    /**
     * {@return what a running program has recorded}
     *
     * @param usageFile as {@code deals.usage-file} names it
     * @throws ConfigurationException if the file cannot be read, or holds what is no requirement
     */
    public static Requirements load(Path usageFile) {
        return counted(UsageFile.read(usageFile));
    }

    /**
     * {@return these and others, their counts added}
     *
     * @param others of the same program
     */
    public Requirements and(Requirements others) {
        SortedMap<Requirement, Long> sum = new TreeMap<>(uses);
        others.uses.forEach((requirement, count) -> sum.merge(requirement, count, Long::sum));
        return counted(sum);
    }

    /** {@return how often each was used, sorted; 0 for what was declared and not recorded} */
    public Map<Requirement, Long> uses() {
        return uses;
    }

    /** {@return the requirements with their counts, one a line} */
    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        uses.forEach((requirement, count) ->
                lines.append(requirement).append('=').append(count).append('\n'));
        return lines.toString();
    }
}
