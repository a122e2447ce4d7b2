/**
 * Reports what would change for a program that moves to another vendor, before it moves.
 *
 * <pre>{@code
 * PortabilityReport report = Portability.compare(Path.of("deals.properties"), Path.of("stora.properties"));
 * System.out.println(report.render(100));
 * }</pre>
 */
@NullMarked
package dev.dealsdk.portability;

import org.jspecify.annotations.NullMarked;
