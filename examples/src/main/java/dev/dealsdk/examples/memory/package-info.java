/**
 * How to write a provider of one's own, in three files: a {@link dev.dealsdk.spi.DealsProvider} that says what it can do, a
 * {@link dev.dealsdk.spi.ProviderClient} that does it, and a line in {@code
 * META-INF/services/dev.dealsdk.spi.DealsProvider}. A test that extends {@code DealsClientContract} holds the two together.
 *
 * <pre>{@code
 * # deals.properties
 * deals.provider=memory
 * }</pre>
 */
@NullMarked
package dev.dealsdk.examples.memory;

import org.jspecify.annotations.NullMarked;
