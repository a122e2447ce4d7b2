/**
 * The service provider interface (SPI), by which {@link dev.dealsdk.DealsClient} supports further vendors.
 *
 * <p>A provider is a {@link dev.dealsdk.spi.DealsProvider} that {@link java.util.ServiceLoader} finds. It describes
 * what the vendor can do and creates a {@link dev.dealsdk.spi.ProviderClient}, which translates neutral operations into
 * requests on an {@link dev.dealsdk.spi.HttpTransport}. Every method blocks, and throws a {@link
 * dev.dealsdk.DealsException} on failure.
 *
 * @serial exclude
 */
@NullMarked
package dev.dealsdk.spi;

import org.jspecify.annotations.NullMarked;
