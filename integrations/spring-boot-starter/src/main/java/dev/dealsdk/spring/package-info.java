/**
 * The Deals SDK in a Spring Boot application: a {@link dev.dealsdk.DealsClient} bean for what {@code application.properties}
 * says under {@code deals}, with health, metrics and readable failures.
 *
 * <pre>{@code
 * deals.provider=stora
 * deals.token=${STORA_TOKEN}
 * }</pre>
 *
 * <pre>{@code
 * @RestController
 * class Deals {
 *   Deals(DealsClient deals) { ... }
 * }
 * }</pre>
 */
@NullMarked
package dev.dealsdk.spring;

import org.jspecify.annotations.NullMarked;
