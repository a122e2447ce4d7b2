package dev.dealsdk.spi;

/** Decodes the error bodies of a vendor. The SDK decides which exception an error becomes. */
@FunctionalInterface
public interface ErrorDecoder {

    /**
     * {@return the content of the error body} Must not throw: for a body that does not have the documented format, it
     * returns what it finds.
     *
     * @param response any response without a success status, including that of a gateway
     */
    VendorError decode(ErrorResponse response);
}
