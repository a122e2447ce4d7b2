/**
 * What a call costs: beside a client written by hand, the floor, and beside others that one could take instead.
 *
 * <p>{@code benchmarks/run} runs everything; {@code benchmarks/duplicates} counts what is made twice. {@code docs/performance.md} says what
 * the numbers mean.
 */
@NullMarked
package dev.dealsdk.benchmarks;

import org.jspecify.annotations.NullMarked;
