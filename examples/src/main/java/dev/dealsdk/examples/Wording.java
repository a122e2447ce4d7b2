package dev.dealsdk.examples;

import dev.dealsdk.Company;
import dev.dealsdk.Contact;
import dev.dealsdk.Deal;
import dev.dealsdk.UnsupportedByProviderException;
import java.util.ArrayList;
import java.util.List;

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
        deal.stageAlias()
                .or(deal::stageName)
                .or(deal::stageId)
                .ifPresent(stage -> text.append(", in ").append(stage));
        deal.contact()
                .flatMap(Contact::name)
                .ifPresent(name -> text.append(", for ").append(name));
        deal.company()
                .flatMap(Company::name)
                .ifPresent(name -> text.append(" of ").append(name));
        return text.toString();
    }

    /** Lines of at most so many columns, broken between words and parts of a query, or within what is longer than a line. */
    static List<String> wrapped(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String part : text.split("(?<=[ ?&])", -1)) {
            if (!line.isEmpty() && line.length() + part.stripTrailing().length() > columns) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(part);
            while (line.toString().stripTrailing().length() > columns) {
                lines.add(line.substring(0, columns));
                line.delete(0, columns);
            }
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** The message between the name of the call and what to do instead, short enough for a note: without sources. */
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
