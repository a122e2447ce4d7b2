package dev.dealsdk.benchmarks;

import java.util.List;

/**
 * What we want to be, as ratios within one run.
 *
 * @param what of {@link Result#what()}, its beginning
 * @param number of {@link Result#numbers()}
 * @param againstFloor at most this times the floor on the same JSON
 * @param againstPeer at most this times the best of the peers
 */
record Target(String what, String number, double againstFloor, double againstPeer) {
    static final List<Target> ALL = List.of(
            new Target("list,", Result.MICROS, 1.25, 0.7),
            new Target("list,", Result.BYTES, 1.5, 0.5),
            new Target("create,", Result.MICROS, 1.10, 0.8),
            new Target("create,", Result.BYTES, 1.3, 0.5),
            new Target("move,", Result.MICROS, 1.10, 0.8),
            new Target("move,", Result.BYTES, 1.3, 0.5),
            new Target("first call", Result.MILLIS, 1.35, 0.7));
}
