/**
 * Simulators of the vendors: stateful, over real HTTP on the loopback interface, with faults on demand.
 *
 * <pre>{@code
 * try (Play2SellSimulator simulator = Play2SellSimulator.start()) {
 *   simulator.inject(Fault.status(503).header("Retry-After", "1"));
 *   // connect a client with simulator.config(), call it, then:
 *   simulator.requireContract();
 * }
 * }</pre>
 *
 * <p>Every request is checked against the vendor's contract file, so a misspelt field fails a test even where the
 * vendor would have ignored it in silence.
 *
 * <p>{@link dev.dealsdk.testkit.VendorSimulator} is the base of a simulator of another vendor. For authors of providers: {@link dev.dealsdk.testkit.contract.DealsClientContract} is the suite that every provider passes.
 */
@NullMarked
package dev.dealsdk.testkit;

import org.jspecify.annotations.NullMarked;
