/**
 * For authors of providers: what {@link dev.dealsdk.DealsClient} needs to reach one more vendor.
 *
 * <p>A provider is a {@link dev.dealsdk.spi.DealsProvider} found by {@link java.util.ServiceLoader}; it says what the
 * vendor can do, and makes a {@link dev.dealsdk.spi.ProviderClient} that turns neutral operations into requests on an
 * {@link dev.dealsdk.spi.HttpTransport}. Every method blocks, and throws a {@link dev.dealsdk.DealsException} when it fails.
 *
 * @serial exclude
 */
@NullMarked
package dev.dealsdk.spi;

import org.jspecify.annotations.NullMarked;
