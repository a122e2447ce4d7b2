/** Clients of others that are on Maven Central, each on the records of its own vendor. */
@NullMarked
package dev.dealsdk.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
