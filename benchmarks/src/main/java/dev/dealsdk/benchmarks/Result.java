package dev.dealsdk.benchmarks;

import java.util.Map;

/**
 * What one entrant took for one thing.
 *
 * @param what the thing, the same words for all entrants
 * @param entrant who
 * @param numbers in the order of the table, by the name and unit of the column
 */
record Result(String what, Entrant entrant, Map<String, Double> numbers) {
    static final String MICROS = "time us";
    static final String CPU_MICROS = "CPU us";
    static final String BYTES = "bytes";
    static final String MILLIS = "time ms";
    static final String CPU_MILLIS = "CPU ms";
    static final String CLASSES = "classes";
    static final String OWN_KB = "own kB";
    static final String ALL_KB = "all kB";
    static final String JARS = "jars";
}
