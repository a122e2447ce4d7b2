package dev.dealsdk.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;

/** A program that makes one list and ends; measured from outside as a whole process. */
public final class FirstCall {
    private static final int TICK_MILLIS = 10;

    private FirstCall() {}

    /** Takes the class of a {@link Contender} and the address of its vendor. Prints the CPU milliseconds it took. */
    public static void main(String[] args) throws Exception {
        try (Contender contender = Contender.connect(args[0], args[1])) {
            if (contender.list() == null) {
                throw new IllegalStateException("nothing was read");
            }
        }
        // User and system time of the process in ticks; the management beans would load classes of their own.
        String[] stat = Files.readString(Path.of("/proc/self/stat")).split(" ", 17);
        System.out.println((Long.parseLong(stat[13]) + Long.parseLong(stat[14])) * TICK_MILLIS);
        // Some clients leave threads behind that are no daemons; their waiting for nothing is not what is measured.
        System.exit(0);
    }
}
