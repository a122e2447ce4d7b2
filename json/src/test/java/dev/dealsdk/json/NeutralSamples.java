package dev.dealsdk.json;

import dev.dealsdk.Capabilities;
import dev.dealsdk.Company;
import dev.dealsdk.Contact;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealSort;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.FieldBridge;
import dev.dealsdk.LineItem;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.OperationCapability;
import dev.dealsdk.Page;
import dev.dealsdk.RecordProblem;
import dev.dealsdk.Reopen;
import dev.dealsdk.Stage;
import dev.dealsdk.StageKind;
import dev.dealsdk.StageRef;
import dev.dealsdk.Support;
import dev.dealsdk.ValuePeriod;
import dev.dealsdk.Win;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of every neutral type, line by line as in {@code json/TYPE.jsonl}: each part at least once, and all that can be empty. */
final class NeutralSamples {
    private static final DealValue VALUE = DealValue.builder()
            .amount(new BigDecimal("75000.50"))
            .currency("USD")
            .period(ValuePeriod.MONTHLY)
            .build();
    private static final Contact CONTACT = Contact.builder()
            .id("c-1")
            .name("José \"Pepe\" Núñez 株式会社")
            .email("jose@example.org")
            .build();
    private static final Company COMPANY =
            Company.builder().id("org-1").name("Tech Corp\nLtd").build();
    private static final LineItem ITEM = LineItem.builder()
            .itemId("sku-1")
            .type("service")
            .quantity(new BigDecimal("2.50"))
            .name("Audit")
            .unitPrice(new BigDecimal("0.10"))
            .build();
    private static final LineItem BARE_ITEM = LineItem.builder().itemId("sku-2").build();
    private static final RecordProblem PROBLEM = RecordProblem.builder()
            .index(2)
            .message("not a JSON object but a number")
            .rawJson("{\"id\": 7}")
            .build();
    private static final Deal BARE_DEAL =
            Deal.builder().id("1").provider("acme").status(DealStatus.UNKNOWN).build();
    private static final OperationCapability MOVE_CLAIM = OperationCapability.builder()
            .support(Support.UNVERIFIED)
            .explanation("POST /move [docs: deals]")
            .addWritableFields(DealField.STAGE, DealField.NOTE)
            .addRequiredFields(DealField.STAGE)
            .addExtras("board_id")
            .addTextExtras("board_id")
            .build();
    private static final OperationCapability UPDATE_CLAIM = OperationCapability.builder()
            .support(Support.DOCUMENTED)
            .explanation("PATCH /deals/ID [docs: deals]")
            .addWritableFields(DealField.NAME, DealField.CURRENCY)
            .addClearableFields(DealField.NAME)
            .idempotencyKey(true)
            .build();
    private static final OperationCapability REOPEN_CLAIM = OperationCapability.builder()
            .support(Support.NONE)
            .explanation("no call is documented")
            .instead("create a new deal")
            .build();

    private static final FieldBridge KEPT = FieldBridge.builder()
            .kind(FieldBridge.Kind.KEPT)
            .key("deals.keep.tags")
            .place("customFields.tags")
            .build();
    private static final FieldBridge DROPPED = FieldBridge.builder()
            .kind(FieldBridge.Kind.DROPPED)
            .key("deals.drop")
            .build();

    private NeutralSamples() {}

    static Map<Class<?>, List<?>> byType() {
        Map<Class<?>, List<?>> samples = new LinkedHashMap<>();
        samples.put(Deal.class, List.of(deal(), BARE_DEAL));
        samples.put(NewDeal.class, List.of(newDeal(), NewDeal.builder().build()));
        samples.put(DealUpdate.class, updates());
        samples.put(DealQuery.class, List.of(query(), DealQuery.all()));
        samples.put(Stage.class, stages());
        samples.put(StageRef.class, List.of(StageRef.id("stg-1"), StageRef.named("Negotiation")));
        samples.put(LineItem.class, List.of(ITEM, BARE_ITEM));
        samples.put(DealValue.class, List.of(VALUE, DealValue.of("1E+3"), DealValue.of("9007199254740993")));
        samples.put(Contact.class, List.of(CONTACT, Contact.builder().build()));
        samples.put(Company.class, List.of(COMPANY, Company.named("Tech Corp")));
        samples.put(RecordProblem.class, List.of(PROBLEM));
        samples.put(FieldBridge.class, List.of(KEPT, DROPPED));
        samples.put(OperationCapability.class, List.of(MOVE_CLAIM, UPDATE_CLAIM, REOPEN_CLAIM));
        samples.put(
                Capabilities.class,
                List.of(
                        capabilities(),
                        Capabilities.builder().provider("acme").source("none").build()));
        samples.put(
                Move.class,
                List.of(
                        Move.builder()
                                .stage(StageRef.named("won"))
                                .note("signed")
                                .putExtras("board_id", new BigDecimal("7"))
                                .build(),
                        Move.to(StageRef.id("stg-1"))));
        samples.put(
                Win.class,
                List.of(
                        Win.builder()
                                .finalValue(VALUE)
                                .wonReason("price")
                                .note("signed")
                                .putExtras("invoice", true)
                                .build(),
                        Win.builder().build()));
        samples.put(
                Loss.class,
                List.of(
                        Loss.builder()
                                .reason("price")
                                .note("too late")
                                .putExtras("rival", "Acme")
                                .build(),
                        Loss.builder().build()));
        samples.put(
                Reopen.class,
                List.of(
                        Reopen.builder()
                                .stage(StageRef.id("stg-1"))
                                .addOwnerIds("u-1", "u-2")
                                .note("again")
                                .putExtras("board_id", null)
                                .build(),
                        Reopen.builder().build()));
        return samples;
    }

    /** Apart from the others: what is on them is known to the reader alone. */
    static List<Page<Deal>> pages() {
        return List.of(
                Page.<Deal>builder()
                        .addItems(BARE_DEAL)
                        .addProblems(PROBLEM)
                        .total(9_007_199_254_740_993L)
                        .nextPageToken("2:abc")
                        .build(),
                Page.<Deal>builder().build());
    }

    private static Deal deal() {
        return Deal.builder()
                .id("880e8400-e29b-41d4-a716-446655440000")
                .provider("acme")
                .status(DealStatus.WON)
                .name("Tech Corp - Enterprise License")
                .stageId("stg-1")
                .stageName("Negotiation")
                .stageAlias("negotiation")
                .pipelineId("pip-1")
                .value(VALUE)
                .winProbability(new BigDecimal("99.5"))
                .contact(CONTACT)
                .company(COMPANY)
                .addOwnerIds("u-1", "u-2")
                .addLineItems(ITEM, BARE_ITEM)
                .addTags("enterprise", "q2")
                .customFields(json())
                .expectedCloseOn(LocalDate.of(2026, 4, 15))
                .closedAt(Instant.parse("2026-04-14T08:00:00Z"))
                .createdAt(Instant.parse("2026-03-15T10:30:00.123456789Z"))
                .updatedAt(Instant.parse("2026-03-16T00:00:00.100Z"))
                .description("two\nlines")
                .lostReason("none")
                .wonReason("price")
                .putExtras("vendor_field", "x")
                .build();
    }

    private static Map<String, Object> json() {
        Map<String, Object> nested = new LinkedHashMap<>();
        nested.put("text", "a/b </script>");
        nested.put("flag", false);
        nested.put("nothing", null);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("exact", new BigDecimal("0.10"));
        json.put("large", new BigDecimal("9007199254740993"));
        json.put("list", Arrays.asList(new BigDecimal("1"), null, "two", List.of(), Map.of()));
        json.put("nested", nested);
        return json;
    }

    private static NewDeal newDeal() {
        return NewDeal.builder()
                .name("StartupXYZ - Pro Plan")
                .value(VALUE)
                .stage(StageRef.named("qualification"))
                .contact(CONTACT)
                .company(COMPANY)
                .addOwnerIds("u-1")
                .addLineItems(ITEM)
                .addTags("new")
                .putAllCustomFields(json())
                .expectedCloseOn(LocalDate.of(2026, 5, 1))
                .winProbability(new BigDecimal("25"))
                .description("text")
                .putExtras("priority", "high")
                .reference("order-4711")
                .build();
    }

    private static List<DealUpdate> updates() {
        return List.of(
                DealUpdate.builder()
                        .name("Tech Corp - renewal")
                        .value(VALUE)
                        .contact(CONTACT)
                        .company(COMPANY)
                        .ownerIds(List.of("u-1"))
                        .lineItems(List.of(ITEM))
                        .tags(List.of())
                        .putCustomFields("region", null)
                        .expectedCloseOn(LocalDate.of(2026, 5, 1))
                        .winProbability(new BigDecimal("50"))
                        .description("text")
                        .putExtras("priority", "low")
                        .build(),
                DealUpdate.builder().build(),
                DealUpdate.builder()
                        .clear(DealField.NAME)
                        .clear(DealField.VALUE)
                        .clear(DealField.CONTACT_ID)
                        .clear(DealField.COMPANY_NAME)
                        .clear(DealField.OWNERS)
                        .clear(DealField.LINE_ITEMS)
                        .clear(DealField.TAGS)
                        .clear(DealField.CUSTOM_FIELDS)
                        .clear(DealField.EXPECTED_CLOSE_ON)
                        .clear(DealField.WIN_PROBABILITY)
                        .clear(DealField.DESCRIPTION)
                        .build(),
                DealUpdate.builder()
                        .value(DealValue.of("5"))
                        .clear(DealField.CURRENCY)
                        .contact(Contact.builder().name("Ann").build())
                        .clear(DealField.CONTACT_EMAIL)
                        .build(),
                DealUpdate.builder()
                        .clear(DealField.VALUE)
                        .clear(DealField.CURRENCY)
                        .clear(DealField.VALUE_PERIOD)
                        .clear(DealField.STAGE)
                        .clear(DealField.LOST_REASON)
                        .build());
    }

    private static DealQuery query() {
        return DealQuery.builder()
                .status(DealStatus.OPEN)
                .stage(StageRef.id("stg-1"))
                .ownerId("u-1")
                .teamId("t-1")
                .minValue(new BigDecimal("10.50"))
                .maxValue(new BigDecimal("1000"))
                .expectedCloseAfter(LocalDate.of(2026, 1, 1))
                .expectedCloseBefore(LocalDate.of(2026, 12, 31))
                .text("license")
                .sort(DealSort.VALUE_DESCENDING)
                .pageSize(50)
                .pageToken("2:abc")
                .putExtras("board", "sales")
                .build();
    }

    private static List<Stage> stages() {
        return List.of(
                Stage.builder()
                        .id("stg-1")
                        .name("Negotiation")
                        .alias("negotiation")
                        .position(3)
                        .probability(new BigDecimal("75"))
                        .kind(StageKind.OPEN)
                        .build(),
                Stage.builder().id("stg-2").name("").kind(StageKind.UNKNOWN).build());
    }

    private static Capabilities capabilities() {
        return Capabilities.builder()
                .provider("acme")
                .source("docs: deals")
                .putOperations(Operation.UPDATE, UPDATE_CLAIM)
                .putOperations(Operation.MOVE, MOVE_CLAIM)
                .putOperations(Operation.REOPEN, REOPEN_CLAIM)
                .addFilters(DealFilter.STATUS, DealFilter.OWNER)
                .addSorts(DealSort.VALUE)
                .maxPageSize(100)
                .putFieldNotes(DealField.CURRENCY, "deals carry no currency")
                .putValueNotes(DealField.NAME, "up to 100 characters")
                .putBridges(DealField.TAGS, KEPT)
                .putBridges(DealField.NOTE, DROPPED)
                .putDefaults(DealField.VALUE, "0")
                .addLocalFilters(DealFilter.OWNER)
                .addLocalSorts(DealSort.VALUE)
                .configuredStages(true)
                .allowUnverified(true)
                .build();
    }
}
