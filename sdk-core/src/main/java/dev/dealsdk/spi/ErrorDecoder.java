package dev.dealsdk.spi;

/** Reads a vendor's error body. What it finds is told to the caller; which exception that becomes is decided elsewhere. */
@FunctionalInterface
public interface ErrorDecoder {

    /**
     * {@return what the body says} Never throws: a body of another form than documented is answered with what can be
     * found in it.
     *
     * @param response any answer that is no success, that of a gateway included
     */
    VendorError decode(ErrorResponse response);
}
