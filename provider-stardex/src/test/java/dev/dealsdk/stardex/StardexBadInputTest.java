package dev.dealsdk.stardex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.CallOptions;
import dev.dealsdk.Company;
import dev.dealsdk.Contact;
import dev.dealsdk.DealField;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealSort;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsException;
import dev.dealsdk.FieldError;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.LineItem;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Outcome;
import dev.dealsdk.StageRef;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.ValuePeriod;
import dev.dealsdk.Win;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the vendor could not take is refused by name, before a byte is sent. */
class StardexBadInputTest extends OnSimulator {

    /**
     * A call that cannot succeed.
     *
     * @param field what the refusal names
     * @param hint what the refusal says besides: what is wrong, or what to do instead
     */
    record Bad(String field, String hint, Consumer<DealsClient> call) {
        @Override
        public String toString() {
            return field + ": " + hint;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", ACME + "\n"})
    void id_thatCannotBeOne_isRefused(String id) {
        for (Consumer<DealsClient> call : List.<Consumer<DealsClient>>of(
                client -> client.get(id),
                client -> client.update(id, DealUpdate.builder().name("New").build()),
                client -> client.move(id, StageRef.id(WON)),
                client -> client.win(id))) {
            assertRefused(InvalidRequestException.class, new Bad("id", "id: ", call));
        }
    }

    static Stream<Bad> badCreates() {
        return Stream.of(
                new Bad("name", "is missing or blank; stardex requires it", create(with -> with.name(" "))),
                new Bad("winProbability", "100", create(with -> with.winProbability(BigDecimal.valueOf(101)))),
                new Bad("company.id", "UUID", create(with -> with.company(company("acme")))),
                new Bad("ownerIds", "UUID", create(with -> with.addOwnerIds(PERSON, "me"))),
                extra("client_linkedin_url", "URI", "acme"),
                extra("client_linkedin_url", "is null", null),
                new Bad(
                        "extras.client_linkedin_url",
                        "only without company.id",
                        create(with -> with.company(company(CLIENT))
                                .putExtras("client_linkedin_url", "https://www.linkedin.com/company/acme"))),
                extra("compensation", "from 0", -1),
                extra("compensation", "from 0", "750000"),
                extra("compensation_currency_code", "ISO 4217", "US"),
                extra("compensation_currency_code", "ISO 4217", 840),
                extra("pricing_rate", "from 0 to 100", new BigDecimal("100.01")),
                extra("pricing_rate", "from 0 to 100", new BigDecimal("-0.01")),
                extra("job_id", "UUID", "job"),
                extra("job_id", "not text", 7),
                extra("job_ids", "not a list of texts", JOB),
                extra("job_ids", "UUID", List.of(JOB, "job")),
                extra("job_ids", "not a list of texts", List.of(7)),
                extra("referred_by", "UUID", "Jane"),
                new Bad(
                        "extras.job_id",
                        "older generation",
                        create(with -> with.putExtras("job_id", JOB).putExtras("job_ids", List.of(JOB)))));
    }

    static Stream<Bad> badCustomFields() {
        return Stream.of(
                new Bad(
                        "customFields.margin",
                        "deals.fields.margin",
                        create(with -> with.putCustomFields("margin", "x"))),
                customField("clear_all", null),
                customField("text or number", true),
                customField("empty map", Map.of()),
                customField("empty list", List.of()),
                customField("something else than texts", List.of("a", 7)),
                new Bad(
                        "customFields." + TAGS,
                        "add_values",
                        update(with -> with.putCustomFields(TAGS, List.of("Banking")))),
                verb("set", "not documented", Map.of("set", "x")),
                verb("value", "not text or a number", Map.of("value", List.of("x"))),
                verb("add_values", "not a list of texts", Map.of("add_values", "x")),
                verb("add_values", "empty list", Map.of("add_values", List.of())),
                verb("remove_values", "not a list of texts", Map.of("remove_values", List.of(7))),
                verb("add_team_member_ids", "UUID", Map.of("add_team_member_ids", List.of("Jane"))),
                verb("remove_team_member_ids", "UUID", Map.of("remove_team_member_ids", List.of("Jane"))),
                verb("clear_all", "neither true nor false", Map.of("clear_all", "yes")));
    }

    static Stream<Bad> badUpdatesAndQueries() {
        Map<String, Object> noAttribute = Map.of("min", 1);
        return Stream.of(
                new Bad("update", "set or clear a field", update(with -> {})),
                new Bad("name", "is blank", update(with -> with.name(""))),
                new Bad("company.id", "UUID", update(with -> with.company(company("acme")))),
                new Bad("extras.pricing_rate", "100", update(with -> with.putExtras("pricing_rate", 101))),
                new Bad(
                        "extras.job_id",
                        "leave one of them out",
                        update(with -> with.putExtras("job_id", JOB).putExtras("job_ids", List.of()))),
                new Bad("pageSize", "100", list(with -> with.pageSize(101))),
                new Bad("pageToken", "Page.nextPageToken()", list(with -> with.pageToken("0x100"))),
                new Bad("ownerId", "UUID", list(with -> with.ownerId("me"))),
                new Bad(
                        "stage",
                        "the status asks for",
                        list(with -> with.stage(StageRef.id(LOST)).status(DealStatus.WON))),
                filter("sort_by", "not text", 7),
                filter("sort_order", "asc, desc", "up"),
                filter("keywords", "not a list of texts", "zoo"),
                filter("deal_ids", "not a list of texts", List.of(7)),
                filter("deal_ids", "empty list", List.of()),
                filter("list_id", "UUID", "hot"),
                filter("owner_ids_included", "UUID", List.of("me")),
                filter("show_open_deals_only", "neither true nor false", "true"),
                filter("show_archived", "is null", null),
                filter("closed_date_filter", "not a map", "2026"),
                filter("open_date_filter.from", "start_date", Map.of("from", "2026-01-01")),
                filter("open_date_filter.start_date", "not text", Map.of("start_date", 2026)),
                filter("numeric_attribute_filters", "not a list of maps", Map.of()),
                filter("numeric_attribute_filters", "not a list of maps", List.of("x")),
                filter("numeric_attribute_filters[0].attribute_id", "is missing", List.of(noAttribute)),
                filter(
                        "numeric_attribute_filters[0].max",
                        "not a number",
                        List.of(Map.of("attribute_id", YEARS, "max", "7"))),
                filter(
                        "date_attribute_filters[0].min",
                        "not documented",
                        List.of(Map.of("attribute_id", YEARS, "min", 1))),
                filter("select_attribute_filters[0].attribute_id", "UUID", List.of(Map.of("attribute_id", "Tags"))),
                filter(
                        "team_member_attribute_filters[0].require_all",
                        "neither true nor false",
                        List.of(Map.of("attribute_id", TAGS, "require_all", 1))),
                new Bad(
                        "extras.keywords",
                        "is said by text already",
                        list(with -> with.text("a").putExtras("keywords", List.of("b")))),
                new Bad(
                        "extras.deal_status_ids_included",
                        "is said by stage or status already",
                        list(with ->
                                with.stage(StageRef.id(WON)).putExtras("deal_status_ids_included", List.of(LOST)))),
                new Bad(
                        "extras.owner_ids_included",
                        "is said by ownerId already",
                        list(with -> with.ownerId(PERSON).putExtras("owner_ids_included", List.of(PERSON)))),
                new Bad(
                        "extras.show_open_deals_only",
                        "is said by status already",
                        list(with -> with.status(DealStatus.OPEN).putExtras("show_open_deals_only", false))),
                new Bad(
                        "extras.closed_date_filter",
                        "expectedCloseAfter",
                        list(with ->
                                with.expectedCloseAfter(LocalDate.EPOCH).putExtras("closed_date_filter", Map.of()))));
    }

    @ParameterizedTest
    @MethodSource({"badCreates", "badCustomFields", "badUpdatesAndQueries"})
    void request_thatBreaksARule_isRefused(Bad bad) {
        assertRefused(InvalidRequestException.class, bad);
    }

    static Stream<Bad> unsupported() {
        Contact contact = Contact.builder().id("c").build();
        return Stream.of(
                new Bad(
                        "value.period",
                        "leave it out",
                        create(with -> with.value(DealValue.builder()
                                .amount(BigDecimal.ONE)
                                .period(ValuePeriod.MONTHLY)
                                .build()))),
                new Bad("contact.id", "referred_by", create(with -> with.contact(contact))),
                new Bad("company.name", "client_linkedin_url", create(with -> with.company(Company.named("Acme")))),
                new Bad("tags", "multi-select", create(with -> with.addTags("a"))),
                new Bad(
                        "lineItems",
                        "no line items",
                        create(with ->
                                with.addLineItems(LineItem.builder().itemId("i").build()))),
                new Bad("extras.amount", "it takes", create(with -> with.putExtras("amount", 1))),
                new Bad("ownerIds", "cannot be changed", update(with -> with.ownerIds(List.of(PERSON)))),
                new Bad(
                        "extras.client_linkedin_url",
                        "it takes",
                        update(with -> with.putExtras("client_linkedin_url", "https://www.linkedin.com/company/acme"))),
                new Bad("extras.deal_status_id", "it takes", update(with -> with.putExtras("deal_status_id", WON))),
                new Bad(
                        "name",
                        "the fields that can be cleared are expectedCloseOn",
                        update(with -> with.clear(DealField.NAME))),
                new Bad("customFields", "cannot be cleared", update(with -> with.clear(DealField.CUSTOM_FIELDS))),
                new Bad(
                        "note",
                        "no note with a status change",
                        client -> client.move(
                                ACME,
                                Move.builder().stage(StageRef.id(WON)).note("n").build())),
                new Bad(
                        "finalValue",
                        "by an update",
                        client -> client.win(
                                ACME,
                                Win.builder().finalValue(DealValue.of("1")).build())),
                new Bad("CREATED_AT", "can sort by nothing", list(with -> with.sort(DealSort.CREATED_AT))),
                new Bad("teamId", "can filter by", list(with -> with.teamId(PERSON))),
                new Bad("minValue", "can filter by", list(with -> with.minValue(BigDecimal.ONE))),
                new Bad("extras.limit", "it takes", list(with -> with.putExtras("limit", 1))),
                new Bad(
                        "idempotencyKey",
                        "leave it out",
                        client -> client.with(CallOptions.builder()
                                        .idempotencyKey("key-1")
                                        .build())
                                .create(NewDeal.builder().name("n").build())));
    }

    @ParameterizedTest
    @MethodSource("unsupported")
    void request_thatTheVendorDoesNotDocument_isRefused(Bad bad) {
        assertRefused(UnsupportedByProviderException.class, bad);
    }

    private <E extends DealsException> void assertRefused(Class<E> type, Bad bad) {
        E refused = catchThrowableOfType(type, () -> bad.call().accept(deals));

        assertThat(refused).as("%s", bad).isNotNull();
        assertThat(refused)
                .hasMessageContaining("stardex")
                .hasMessageContaining(bad.field())
                .hasMessageContaining(bad.hint());
        assertThat(refused.outcome()).isEqualTo(Outcome.NOT_SENT);
        if (refused instanceof InvalidRequestException invalid) {
            assertThat(invalid.fieldErrors()).extracting(FieldError::field).containsExactly(bad.field());
        }
        assertThat(simulator.journal()).isEmpty();
    }

    private static Bad extra(String name, String hint, @Nullable Object value) {
        return new Bad("extras." + name, hint, create(with -> with.putExtras(name, value)));
    }

    private static Bad customField(String hint, @Nullable Object value) {
        return new Bad("customFields." + TAGS, hint, create(with -> with.putCustomFields(TAGS, value)));
    }

    private static Bad verb(String verb, String hint, Map<String, Object> verbs) {
        return new Bad("customFields." + TAGS + "." + verb, hint, update(with -> with.putCustomFields(TAGS, verbs)));
    }

    private static Bad filter(String path, String hint, @Nullable Object value) {
        String name = path.split("[.\\[]", 2)[0];
        return new Bad("extras." + path, hint, list(with -> with.putExtras(name, value)));
    }

    private static Company company(String id) {
        return Company.builder().id(id).build();
    }

    private static Consumer<DealsClient> create(Consumer<NewDeal.Builder> change) {
        return client -> {
            NewDeal.Builder deal = NewDeal.builder().name("Plain");
            change.accept(deal);
            client.create(deal.build());
        };
    }

    private static Consumer<DealsClient> update(Consumer<DealUpdate.Builder> change) {
        return client -> {
            DealUpdate.Builder update = DealUpdate.builder();
            change.accept(update);
            client.update(ACME, update.build());
        };
    }

    private static Consumer<DealsClient> list(Consumer<DealQuery.Builder> change) {
        return client -> {
            DealQuery.Builder query = DealQuery.builder();
            change.accept(query);
            client.list(query.build()).forEach(deal -> {});
        };
    }
}
