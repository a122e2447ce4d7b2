/**
 * Spring Boot support for the Deals SDK: a {@link dev.dealsdk.DealsClient} bean that is configured by the properties
 * under {@code deals} in {@code application.properties}, with health, metrics and readable failures.
 *
 * <pre>{@code
 * deals.provider=stora
 * deals.token=${STORA_TOKEN}
 * }</pre>
 *
 * <pre>{@code
 * @RestController
 * class Deals {
 *     Deals(DealsClient deals) { ... }
 * }
 * }</pre>
 */
@NullMarked
package dev.dealsdk.spring;

import org.jspecify.annotations.NullMarked;
