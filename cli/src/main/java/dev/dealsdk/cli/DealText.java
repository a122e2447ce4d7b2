package dev.dealsdk.cli;

import dev.dealsdk.Company;
import dev.dealsdk.Contact;
import dev.dealsdk.Deal;
import dev.dealsdk.DealValue;
import dev.dealsdk.LineItem;
import dev.dealsdk.spi.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Renders a deal as a row of a listing or with all its fields. */
final class DealText {
    private static final int NAME_WIDTH = 14;

    static final List<Table.Column> COLUMNS = List.of(
            Table.Column.fixed("ID"),
            Table.Column.fixed("STATUS"),
            Table.Column.elastic("NAME", NAME_WIDTH),
            Table.Column.number("VALUE"),
            Table.Column.elastic("STAGE"),
            Table.Column.elastic("WITH"),
            Table.Column.fixed("CLOSES"));

    private DealText() {}

    static List<String> row(Deal deal) {
        return List.of(
                deal.id(),
                deal.status().name(),
                deal.name().orElse(""),
                deal.value().map(DealText::amount).orElse(""),
                deal.stageName().or(deal::stageId).orElse(""),
                deal.company()
                        .map(DealText::name)
                        .filter(name -> !name.isEmpty())
                        .or(() -> deal.contact().map(DealText::name))
                        .orElse(""),
                deal.expectedCloseOn().map(Object::toString).orElse(""));
    }

    /** The names and values of all fields that are present. */
    static List<List<String>> details(Deal deal) {
        List<List<String>> rows = new ArrayList<>();
        add(rows, "id", Optional.of(deal.id()));
        add(rows, "provider", Optional.of(deal.provider()));
        add(rows, "status", Optional.of(deal.status().name()));
        add(rows, "name", deal.name());
        add(rows, "value", deal.value().map(DealText::amount));
        add(rows, "stage", stage(deal));
        add(rows, "pipeline", deal.pipelineId());
        add(rows, "win probability", deal.winProbability().map(percent -> Cells.number(percent) + " %"));
        add(rows, "contact", deal.contact().map(DealText::contact));
        add(rows, "company", deal.company().map(company -> said(company.name(), company.id())));
        add(rows, "owners", list(deal.ownerIds()));
        deal.lineItems().forEach(item -> add(rows, "line item", Optional.of(lineItem(item))));
        add(rows, "tags", list(deal.tags()));
        add(rows, "expected close", deal.expectedCloseOn().map(Object::toString));
        add(rows, "closed", deal.closedAt().map(Object::toString));
        add(rows, "created", deal.createdAt().map(Object::toString));
        add(rows, "updated", deal.updatedAt().map(Object::toString));
        add(rows, "description", deal.description());
        add(rows, "lost reason", deal.lostReason());
        add(rows, "won reason", deal.wonReason());
        addAll(rows, "custom field ", deal.customFields());
        addAll(rows, "extra ", deal.extras());
        return rows;
    }

    static String amount(DealValue value) {
        return Stream.of(
                        Optional.of(Cells.number(value.amount())),
                        value.currency(),
                        value.period()
                                .map(period -> period.name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', '-')))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private static Optional<String> stage(Deal deal) {
        return deal.stageName().isPresent() || deal.stageId().isPresent()
                ? Optional.of(said(deal.stageName(), deal.stageId()))
                : Optional.empty();
    }

    private static String contact(Contact contact) {
        String person = said(contact.name(), contact.id());
        return contact.email()
                .map(email -> (person.isEmpty() ? "" : person + " ") + "<" + email + ">")
                .orElse(person);
    }

    private static String lineItem(LineItem item) {
        return item.quantity().map(quantity -> Cells.number(quantity) + " x ").orElse("")
                + said(item.name(), Optional.of(item.itemId()))
                + item.unitPrice().map(price -> " at " + Cells.number(price)).orElse("");
    }

    private static String name(Company company) {
        return company.name().or(company::id).orElse("");
    }

    private static String name(Contact contact) {
        return contact.name().or(contact::email).or(contact::id).orElse("");
    }

    /** The name and the id, or the one that is present. */
    private static String said(Optional<String> name, Optional<String> id) {
        return name.map(text -> id.map(key -> text + " (" + key + ")").orElse(text))
                .or(() -> id)
                .orElse("");
    }

    private static Optional<String> list(List<String> texts) {
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", texts));
    }

    private static void add(List<List<String>> rows, String field, Optional<String> value) {
        value.ifPresent(text -> rows.add(List.of(field, text)));
    }

    private static void addAll(List<List<String>> rows, String prefix, Map<String, ? extends @Nullable Object> values) {
        values.forEach((name, value) -> rows.add(List.of(prefix + name, json(value))));
    }

    /** The value as JSON. */
    private static String json(@Nullable Object value) {
        String object = new String(JsonWriter.object(out -> out.value("", value)), StandardCharsets.UTF_8);
        return object.substring("{\"\":".length(), object.length() - 1);
    }
}
