/**
 * For authors of providers: what {@link dev.dealsdk.DealsClient} needs to reach one more vendor.
 *
 * <p>A provider is a {@link dev.dealsdk.spi.DealsProvider} found by {@link java.util.ServiceLoader}; it says what the
 * vendor can do, and makes a {@link dev.dealsdk.spi.ProviderClient} that turns neutral operations into requests on an
 * {@link dev.dealsdk.spi.HttpTransport}. What those give is a {@link dev.dealsdk.spi.Call}: the same description serves
 * callers that block and callers that do not.
 *
 * @serial exclude
 */
@NullMarked
package dev.dealsdk.spi;

import org.jspecify.annotations.NullMarked;
