package dev.dealsdk;

/**
 * The vendor cannot do it: the message names the operation, or every field, filter and order that it lacks, the reason, and
 * what to do instead. Nothing was sent. {@link DealsClient#capabilities()} tells it before the call.
 */
public final class UnsupportedByProviderException extends DealsException {
    private static final long serialVersionUID = 1L;

    /**
     * For providers.
     *
     * @param message what is not supported, why, and what to do instead, as one sentence
     * @param call the call it happened in; nothing was sent
     */
    public UnsupportedByProviderException(String message, VendorCall call) {
        super(message, call, null);
    }
}
