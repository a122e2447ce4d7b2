/**
 * What another vendor would do with a program, told before it moves.
 *
 * <pre>{@code
 * PortabilityReport report = Portability.compare(Path.of("deals.properties"), Path.of("stora.properties"));
 * System.out.println(report.render(100));
 * }</pre>
 */
@NullMarked
package dev.dealsdk.portability;

import org.jspecify.annotations.NullMarked;
