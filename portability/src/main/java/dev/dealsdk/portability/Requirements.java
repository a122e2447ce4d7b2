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
 * The requirements of a program: declared in code or in {@code deals.require}, or recorded in {@code deals.usage-file}.
 * Immutable.
 */
public final class Requirements {
    private final SortedMap<Requirement, Long> uses;

    private Requirements(SortedMap<Requirement, Long> uses) {
        this.uses = uses;
    }

    /**
     * {@return requirements with the number of their uses}
     *
     * @param uses the number of uses of each requirement; 0 marks one that is declared and not recorded
     */
    public static Requirements counted(Map<Requirement, Long> uses) {
        return new Requirements(Collections.unmodifiableSortedMap(new TreeMap<>(uses)));
    }

    /**
     * {@return declared requirements, without counts; no requirements if there are no arguments}
     *
     * @param declared the requirements, such as {@code Requirement.operation(Operation.MOVE)}
     */
    public static Requirements of(Requirement... declared) {
        SortedMap<Requirement, Long> uses = new TreeMap<>();
        for (Requirement requirement : declared) {
            uses.put(requirement, 0L);
        }
        return counted(uses);
    }

    /**
     * {@return the requirements of {@code deals.require}}
     *
     * @param config the configuration of the program
     */
    public static Requirements declaredBy(DealsConfig config) {
        return of(config.require().stream().map(Requirement::operation).toArray(Requirement[]::new));
    }

    /**
     * {@return the requirements that were recorded in {@code deals.usage-file}; none if the key is not set or the file
     * does not exist yet}
     *
     * @param config the configuration of the program
     * @throws ConfigurationException if the file cannot be read, or contains something other than requirements
     */
    public static Requirements recordedBy(DealsConfig config) {
        return config.usageFile().filter(Files::exists).map(Requirements::load).orElseGet(Requirements::of);
    }

    /**
     * {@return the requirements that a running program has recorded}
     *
     * @param usageFile the file that {@code deals.usage-file} names
     * @throws ConfigurationException if the file cannot be read, or contains something other than requirements
     */
    public static Requirements load(Path usageFile) {
        return counted(UsageFile.read(usageFile));
    }

    /**
     * {@return the union of these and other requirements, with their counts added}
     *
     * @param others further requirements of the same program
     */
    public Requirements and(Requirements others) {
        SortedMap<Requirement, Long> sum = new TreeMap<>(uses);
        others.uses.forEach((requirement, count) -> sum.merge(requirement, count, Long::sum));
        return counted(sum);
    }

    /**
     * {@return the number of uses of each requirement, sorted; 0 for requirements that are declared and not recorded}
     */
    public Map<Requirement, Long> uses() {
        return uses;
    }

    /** {@return the requirements with their counts, one per line} */
    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        uses.forEach((requirement, count) ->
                lines.append(requirement).append('=').append(count).append('\n'));
        return lines.toString();
    }
}
