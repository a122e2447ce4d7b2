package dev.dealsdk.examples;

import dev.dealsdk.Deal;
import dev.dealsdk.UnsupportedByProviderException;

/** Deals and refusals in a line. */
final class Wording {
    private Wording() {}

    static String describe(Deal deal) {
        StringBuilder text =
                new StringBuilder(deal.status() + "  " + deal.name().orElse("(no name)"));
        deal.value().ifPresent(value -> text.append(", ").append(value.amount().toPlainString()));
        deal.value()
                .flatMap(value -> value.currency())
                .ifPresent(code -> text.append(' ').append(code));
        deal.stageName()
                .or(deal::stageId)
                .ifPresent(stage -> text.append(", in ").append(stage));
        return text.toString();
    }

    /** The message between the name of the call and what to do instead, short enough for a cell: without sources. */
    static String reason(UnsupportedByProviderException refused) {
        String message = String.valueOf(refused.getMessage());
        int start = message.indexOf(": ") + 2;
        int end = message.indexOf("; ", start);
        return message.substring(start, end < 0 ? message.length() : end)
                .replaceFirst("^not supported: ", "")
                .replaceFirst("(not fully documented): .*", "$1")
                .replaceAll(" [\\[(][^\\])]*[\\])]", "");
    }
}
