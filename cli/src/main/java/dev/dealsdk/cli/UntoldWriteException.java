package dev.dealsdk.cli;

import dev.dealsdk.Outcome;
import dev.dealsdk.VendorCall;

/** The result of a write was not printed, because the command was stopped or standard output failed. */
final class UntoldWriteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final transient VendorCall call;

    private UntoldWriteException(String type, String message, VendorCall call, Throwable cause) {
        super(message(message, call), cause);
        this.type = type;
        this.call = call;
    }

    /** The process ends while a write is in progress, or before its result was printed. */
    static UntoldWriteException stopped(VendorCall call) {
        return new UntoldWriteException("InterruptedException", "stopped", call, new InterruptedException());
    }

    /** The write was applied, and its result cannot be printed. */
    static UntoldWriteException notPrinted(VendorCall call, RuntimeException why) {
        return new UntoldWriteException("OutputException", String.valueOf(why.getMessage()), call, why);
    }

    /** The type in the error object. */
    String type() {
        return type;
    }

    VendorCall call() {
        return call;
    }

    private static String message(String message, VendorCall call) {
        StringBuilder text = new StringBuilder();
        call.provider().ifPresent(provider -> text.append(provider).append(' '));
        call.operation().ifPresent(operation -> text.append(operation.key()));
        call.dealId().ifPresent(id -> text.append(' ').append(id));
        return text.append(": ")
                .append(message)
                .append(
                        call.outcome() == Outcome.APPLIED
                                ? " (it was applied: do not send it again)"
                                : " (it may have been applied: look before sending it again)")
                .toString();
    }
}
