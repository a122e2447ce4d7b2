package dev.dealsdk;

/**
 * Thrown if the vendor does not support a call. Nothing was sent. The message names the operation, or every unsupported
 * field, filter and order, with the reason and an alternative. Use {@link DealsClient#capabilities()} to check in
 * advance.
 */
public final class UnsupportedByProviderException extends DealsException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception. Intended for providers.
     *
     * @param message what is not supported, why, and what to do instead, in one sentence
     * @param call the refused call; nothing was sent
     */
    public UnsupportedByProviderException(String message, VendorCall call) {
        super(message, call, null);
    }
}
