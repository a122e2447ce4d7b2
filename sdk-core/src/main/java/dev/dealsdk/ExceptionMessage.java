package dev.dealsdk;

/** Composes the message of an exception from a description of the problem and the details of the call. */
final class ExceptionMessage {
    private ExceptionMessage() {}

    static String of(String message, VendorCall call) {
        StringBuilder text = new StringBuilder();
        call.provider().ifPresent(provider -> text.append(provider).append(' '));
        call.operation().ifPresent(operation -> text.append(operation.key()).append(' '));
        call.dealId().ifPresent(id -> text.append(printable(id)).append(' '));
        if (!text.isEmpty()) {
            text.setCharAt(text.length() - 1, ':');
            text.append(' ');
        }
        text.append(message);
        call.httpStatus().ifPresent(status -> text.append(", HTTP ").append(status));
        call.vendorCode().ifPresent(code -> text.append(", code ").append(printable(code)));
        call.requestId().ifPresent(id -> text.append(", request ").append(printable(id)));
        if (call.attempts() > 1) {
            text.append(", after ").append(call.attempts()).append(" attempts");
        }
        return text.append(outcome(call)).toString();
    }

    private static String outcome(VendorCall call) {
        return switch (call.outcome()) {
            case NOT_SENT -> call.operation().isPresent() ? " (nothing was sent)" : "";
            case REJECTED -> "";
            case UNKNOWN -> " (it may have been applied: look before sending it again)";
            case APPLIED -> " (it was applied: do not send it again)";
        };
    }

    /** Ids come from callers and vendors: one line, of a length that can be read. */
    private static String printable(String text) {
        String cut = text.length() > 80 ? text.substring(0, 80) + "..." : text;
        return cut.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    }
}
