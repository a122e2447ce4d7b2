/**
 * Stateful simulators of the vendors, over real HTTP on the loopback interface, with fault injection.
 *
 * <pre>{@code
 * try (Play2SellSimulator simulator = Play2SellSimulator.start()) {
 *     simulator.inject(Fault.status(503).header("Retry-After", "1"));
 *     // connect a client with simulator.config(), call it, then:
 *     simulator.requireContract();
 * }
 * }</pre>
 *
 * <p>Every request is checked against the vendor's OpenAPI document, so a misspelled field fails a test even if the
 * vendor would ignore it silently.
 *
 * <p>{@link dev.dealsdk.testkit.VendorSimulator} is the base class for simulators of other vendors. Authors of
 * providers find the suite that every provider passes in {@link dev.dealsdk.testkit.contract.DealsClientContract}.
 */
@NullMarked
package dev.dealsdk.testkit;

import org.jspecify.annotations.NullMarked;
