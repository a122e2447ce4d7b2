package dev.dealsdk.json;

import static dev.dealsdk.json.JsonKind.DAY;
import static dev.dealsdk.json.JsonKind.FLAG;
import static dev.dealsdk.json.JsonKind.LONG_WHOLE;
import static dev.dealsdk.json.JsonKind.MOMENT;
import static dev.dealsdk.json.JsonKind.NUMBER;
import static dev.dealsdk.json.JsonKind.OBJECT;
import static dev.dealsdk.json.JsonKind.TEXT;
import static dev.dealsdk.json.JsonKind.WHOLE;
import static dev.dealsdk.json.JsonKind.listOf;
import static dev.dealsdk.json.JsonKind.mapOf;
import static dev.dealsdk.json.JsonKind.setOf;
import static dev.dealsdk.json.JsonKind.word;

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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The forms of all neutral types. */
final class ModelForms {
    private static final String SUPPORT = "support";
    private static final String SUPPORTED = "supported";

    private static final JsonKind<DealField> FIELD = word(DealField.class, DealField::key);
    private static final JsonKind<DealFilter> FILTER = word(DealFilter.class, DealFilter::key);
    private static final JsonKind<StageRef> STAGE_REF = new StageRefForm();

    private static final JsonForm<DealValue, DealValue.Builder> DEAL_VALUE = JsonForm.of(
                    DealValue::builder, DealValue.Builder::build)
            .mandatory("amount", NUMBER, DealValue::amount, DealValue.Builder::amount)
            .optional("currency", TEXT, DealValue::currency, DealValue.Builder::currency)
            .optional("period", word(ValuePeriod.class), DealValue::period, DealValue.Builder::period);

    private static final JsonForm<Contact, Contact.Builder> CONTACT = JsonForm.of(
                    Contact::builder, Contact.Builder::build)
            .optional("id", TEXT, Contact::id, Contact.Builder::id)
            .optional("name", TEXT, Contact::name, Contact.Builder::name)
            .optional("email", TEXT, Contact::email, Contact.Builder::email);

    private static final JsonForm<Company, Company.Builder> COMPANY = JsonForm.of(
                    Company::builder, Company.Builder::build)
            .optional("id", TEXT, Company::id, Company.Builder::id)
            .optional("name", TEXT, Company::name, Company.Builder::name);

    private static final JsonForm<LineItem, LineItem.Builder> LINE_ITEM = JsonForm.of(
                    LineItem::builder, LineItem.Builder::build)
            .mandatory("itemId", TEXT, LineItem::itemId, LineItem.Builder::itemId)
            .optional("type", TEXT, LineItem::type, LineItem.Builder::type)
            .optional("quantity", NUMBER, LineItem::quantity, LineItem.Builder::quantity)
            .optional("name", TEXT, LineItem::name, LineItem.Builder::name)
            .optional("unitPrice", NUMBER, LineItem::unitPrice, LineItem.Builder::unitPrice);

    private static final JsonForm<Deal, Deal.Builder> DEAL = JsonForm.of(Deal::builder, Deal.Builder::build)
            .mandatory("id", TEXT, Deal::id, Deal.Builder::id)
            .mandatory("provider", TEXT, Deal::provider, Deal.Builder::provider)
            .mandatory("status", word(DealStatus.class), Deal::status, Deal.Builder::status)
            .optional("name", TEXT, Deal::name, Deal.Builder::name)
            .optional("stageId", TEXT, Deal::stageId, Deal.Builder::stageId)
            .optional("stageName", TEXT, Deal::stageName, Deal.Builder::stageName)
            .optional("stageAlias", TEXT, Deal::stageAlias, Deal.Builder::stageAlias)
            .optional("pipelineId", TEXT, Deal::pipelineId, Deal.Builder::pipelineId)
            .optional("value", DEAL_VALUE, Deal::value, Deal.Builder::value)
            .optional("winProbability", NUMBER, Deal::winProbability, Deal.Builder::winProbability)
            .optional("contact", CONTACT, Deal::contact, Deal.Builder::contact)
            .optional("company", COMPANY, Deal::company, Deal.Builder::company)
            .always("ownerIds", listOf(TEXT), Deal::ownerIds, Deal.Builder::ownerIds)
            .always("lineItems", listOf(LINE_ITEM), Deal::lineItems, Deal.Builder::lineItems)
            .always("tags", listOf(TEXT), Deal::tags, Deal.Builder::tags)
            .always("customFields", OBJECT, Deal::customFields, Deal.Builder::customFields)
            .optional("expectedCloseOn", DAY, Deal::expectedCloseOn, Deal.Builder::expectedCloseOn)
            .optional("closedAt", MOMENT, Deal::closedAt, Deal.Builder::closedAt)
            .optional("createdAt", MOMENT, Deal::createdAt, Deal.Builder::createdAt)
            .optional("updatedAt", MOMENT, Deal::updatedAt, Deal.Builder::updatedAt)
            .optional("description", TEXT, Deal::description, Deal.Builder::description)
            .optional("lostReason", TEXT, Deal::lostReason, Deal.Builder::lostReason)
            .optional("wonReason", TEXT, Deal::wonReason, Deal.Builder::wonReason)
            .always("extras", OBJECT, Deal::extras, Deal.Builder::extras);

    private static final JsonForm<Stage, Stage.Builder> STAGE = JsonForm.of(Stage::builder, Stage.Builder::build)
            .mandatory("id", TEXT, Stage::id, Stage.Builder::id)
            .mandatory("name", TEXT, Stage::name, Stage.Builder::name)
            .optional("alias", TEXT, Stage::alias, Stage.Builder::alias)
            .optional("position", WHOLE, Stage::position, Stage.Builder::position)
            .optional("probability", NUMBER, Stage::probability, Stage.Builder::probability)
            .mandatory("kind", word(StageKind.class), Stage::kind, Stage.Builder::kind);

    private static final JsonForm<NewDeal, NewDeal.Builder> NEW_DEAL = JsonForm.of(
                    NewDeal::builder, NewDeal.Builder::build)
            .optional("name", TEXT, NewDeal::name, NewDeal.Builder::name)
            .optional("value", DEAL_VALUE, NewDeal::value, NewDeal.Builder::value)
            .optional("stage", STAGE_REF, NewDeal::stage, NewDeal.Builder::stage)
            .optional("contact", CONTACT, NewDeal::contact, NewDeal.Builder::contact)
            .optional("company", COMPANY, NewDeal::company, NewDeal.Builder::company)
            .always("ownerIds", listOf(TEXT), NewDeal::ownerIds, NewDeal.Builder::ownerIds)
            .always("lineItems", listOf(LINE_ITEM), NewDeal::lineItems, NewDeal.Builder::lineItems)
            .always("tags", listOf(TEXT), NewDeal::tags, NewDeal.Builder::tags)
            .always("customFields", OBJECT, NewDeal::customFields, NewDeal.Builder::customFields)
            .optional("expectedCloseOn", DAY, NewDeal::expectedCloseOn, NewDeal.Builder::expectedCloseOn)
            .optional("winProbability", NUMBER, NewDeal::winProbability, NewDeal.Builder::winProbability)
            .optional("description", TEXT, NewDeal::description, NewDeal.Builder::description)
            .always("extras", OBJECT, NewDeal::extras, NewDeal.Builder::extras)
            .optional("reference", TEXT, NewDeal::reference, NewDeal.Builder::reference);

    private static final UpdateForm DEAL_UPDATE =
            new UpdateForm(JsonForm.of(DealUpdate::builder, DealUpdate.Builder::build)
                    .optional("name", TEXT, DealUpdate::name, DealUpdate.Builder::name)
                    .optional("value", DEAL_VALUE, DealUpdate::value, DealUpdate.Builder::value)
                    .optional("contact", CONTACT, DealUpdate::contact, DealUpdate.Builder::contact)
                    .optional("company", COMPANY, DealUpdate::company, DealUpdate.Builder::company)
                    .optional("ownerIds", listOf(TEXT), DealUpdate::ownerIds, DealUpdate.Builder::ownerIds)
                    .optional("lineItems", listOf(LINE_ITEM), DealUpdate::lineItems, DealUpdate.Builder::lineItems)
                    .optional("tags", listOf(TEXT), DealUpdate::tags, DealUpdate.Builder::tags)
                    .always("customFields", OBJECT, DealUpdate::customFields, DealUpdate.Builder::customFields)
                    .optional("expectedCloseOn", DAY, DealUpdate::expectedCloseOn, DealUpdate.Builder::expectedCloseOn)
                    .optional("winProbability", NUMBER, DealUpdate::winProbability, DealUpdate.Builder::winProbability)
                    .optional("description", TEXT, DealUpdate::description, DealUpdate.Builder::description)
                    .always("extras", OBJECT, DealUpdate::extras, DealUpdate.Builder::extras));

    private static final JsonForm<DealQuery, DealQuery.Builder> DEAL_QUERY = JsonForm.of(
                    DealQuery::builder, DealQuery.Builder::build)
            .optional("status", word(DealStatus.class), DealQuery::status, DealQuery.Builder::status)
            .optional("stage", STAGE_REF, DealQuery::stage, DealQuery.Builder::stage)
            .optional("ownerId", TEXT, DealQuery::ownerId, DealQuery.Builder::ownerId)
            .optional("teamId", TEXT, DealQuery::teamId, DealQuery.Builder::teamId)
            .optional("minValue", NUMBER, DealQuery::minValue, DealQuery.Builder::minValue)
            .optional("maxValue", NUMBER, DealQuery::maxValue, DealQuery.Builder::maxValue)
            .optional("expectedCloseAfter", DAY, DealQuery::expectedCloseAfter, DealQuery.Builder::expectedCloseAfter)
            .optional(
                    "expectedCloseBefore", DAY, DealQuery::expectedCloseBefore, DealQuery.Builder::expectedCloseBefore)
            .optional("text", TEXT, DealQuery::text, DealQuery.Builder::text)
            .optional("sort", word(DealSort.class), DealQuery::sort, DealQuery.Builder::sort)
            .optional("pageSize", WHOLE, DealQuery::pageSize, DealQuery.Builder::pageSize)
            .optional("pageToken", TEXT, DealQuery::pageToken, DealQuery.Builder::pageToken)
            .always("extras", OBJECT, DealQuery::extras, DealQuery.Builder::extras);

    private static final JsonForm<Move, Move.Builder> MOVE = JsonForm.of(Move::builder, Move.Builder::build)
            .mandatory("stage", STAGE_REF, Move::stage, Move.Builder::stage)
            .optional("note", TEXT, Move::note, Move.Builder::note)
            .always("extras", OBJECT, Move::extras, Move.Builder::extras);

    private static final JsonForm<Win, Win.Builder> WIN = JsonForm.of(Win::builder, Win.Builder::build)
            .optional("finalValue", DEAL_VALUE, Win::finalValue, Win.Builder::finalValue)
            .optional("wonReason", TEXT, Win::wonReason, Win.Builder::wonReason)
            .optional("note", TEXT, Win::note, Win.Builder::note)
            .always("extras", OBJECT, Win::extras, Win.Builder::extras);

    private static final JsonForm<Loss, Loss.Builder> LOSS = JsonForm.of(Loss::builder, Loss.Builder::build)
            .optional("reason", TEXT, Loss::reason, Loss.Builder::reason)
            .optional("note", TEXT, Loss::note, Loss.Builder::note)
            .always("extras", OBJECT, Loss::extras, Loss.Builder::extras);

    private static final JsonForm<Reopen, Reopen.Builder> REOPEN = JsonForm.of(Reopen::builder, Reopen.Builder::build)
            .optional("stage", STAGE_REF, Reopen::stage, Reopen.Builder::stage)
            .always("ownerIds", listOf(TEXT), Reopen::ownerIds, Reopen.Builder::ownerIds)
            .optional("note", TEXT, Reopen::note, Reopen.Builder::note)
            .always("extras", OBJECT, Reopen::extras, Reopen.Builder::extras);

    private static final JsonForm<RecordProblem, RecordProblem.Builder> RECORD_PROBLEM = JsonForm.of(
                    RecordProblem::builder, RecordProblem.Builder::build)
            .mandatory("index", WHOLE, RecordProblem::index, RecordProblem.Builder::index)
            .mandatory("message", TEXT, RecordProblem::message, RecordProblem.Builder::message)
            .mandatory("rawJson", TEXT, RecordProblem::rawJson, RecordProblem.Builder::rawJson);

    /** Whatever a page lists: a neutral value, or JSON as it is. */
    private static final JsonKind<Object> ITEM = new JsonKind<>() {
        @Override
        public Object write(Object item) {
            JsonKind<Object> form = formOf(item);
            return form == null ? item : form.write(item);
        }

        @Override
        public Object read(Object json, JsonPlace at) {
            return json;
        }
    };

    private static final JsonForm<Page<Object>, Page.Builder<Object>> PAGE =
            JsonForm.<Page<Object>, Page.Builder<Object>>of(Page::builder, Page.Builder::build)
                    .always("items", listOf(ITEM), Page::items, Page.Builder::items)
                    .always("problems", listOf(RECORD_PROBLEM), Page::problems, Page.Builder::problems)
                    .optional("total", LONG_WHOLE, Page::total, Page.Builder::total)
                    .optional("nextPageToken", TEXT, Page::nextPageToken, Page.Builder::nextPageToken);

    private static final JsonForm<OperationCapability, OperationCapability.Builder> OPERATION_CAPABILITY = JsonForm.of(
                    OperationCapability::builder, OperationCapability.Builder::build)
            .mandatory(SUPPORT, word(Support.class), OperationCapability::support, OperationCapability.Builder::support)
            // Depends on the configuration, so that the capabilities as a whole write it.
            .derived(SUPPORTED, operation -> null)
            .mandatory("explanation", TEXT, OperationCapability::explanation, OperationCapability.Builder::explanation)
            .optional("instead", TEXT, OperationCapability::instead, OperationCapability.Builder::instead)
            .always(
                    "writableFields",
                    setOf(FIELD),
                    OperationCapability::writableFields,
                    OperationCapability.Builder::writableFields)
            .always(
                    "requiredFields",
                    setOf(FIELD),
                    OperationCapability::requiredFields,
                    OperationCapability.Builder::requiredFields)
            .always(
                    "clearableFields",
                    setOf(FIELD),
                    OperationCapability::clearableFields,
                    OperationCapability.Builder::clearableFields)
            .always("extras", setOf(TEXT), OperationCapability::extras, OperationCapability.Builder::extras)
            .always("textExtras", setOf(TEXT), OperationCapability::textExtras, OperationCapability.Builder::textExtras)
            .always(
                    "idempotencyKey",
                    FLAG,
                    OperationCapability::idempotencyKey,
                    OperationCapability.Builder::idempotencyKey);

    private static final JsonForm<FieldBridge, FieldBridge.Builder> FIELD_BRIDGE = JsonForm.of(
                    FieldBridge::builder, FieldBridge.Builder::build)
            .mandatory("kind", word(FieldBridge.Kind.class), FieldBridge::kind, FieldBridge.Builder::kind)
            .mandatory("key", TEXT, FieldBridge::key, FieldBridge.Builder::key)
            .optional("place", TEXT, FieldBridge::place, FieldBridge.Builder::place);

    private static final JsonForm<Capabilities, Capabilities.Builder> CAPABILITIES = JsonForm.of(
                    Capabilities::builder, Capabilities.Builder::build)
            .mandatory("provider", TEXT, Capabilities::provider, Capabilities.Builder::provider)
            .mandatory("source", TEXT, Capabilities::source, Capabilities.Builder::source)
            .written(
                    "operations",
                    ModelForms::operations,
                    mapOf(word(Operation.class), OPERATION_CAPABILITY),
                    Capabilities.Builder::operations)
            .always("filters", setOf(FILTER), Capabilities::filters, Capabilities.Builder::filters)
            .always("sorts", setOf(word(DealSort.class)), Capabilities::sorts, Capabilities.Builder::sorts)
            .optional("maxPageSize", WHOLE, Capabilities::maxPageSize, Capabilities.Builder::maxPageSize)
            .always("fieldNotes", mapOf(FIELD, TEXT), Capabilities::fieldNotes, Capabilities.Builder::fieldNotes)
            .always("valueNotes", mapOf(FIELD, TEXT), Capabilities::valueNotes, Capabilities.Builder::valueNotes)
            .always("bridges", mapOf(FIELD, FIELD_BRIDGE), Capabilities::bridges, Capabilities.Builder::bridges)
            .always("defaults", mapOf(FIELD, TEXT), Capabilities::defaults, Capabilities.Builder::defaults)
            .always("localFilters", setOf(FILTER), Capabilities::localFilters, Capabilities.Builder::localFilters)
            .always(
                    "localSorts",
                    setOf(word(DealSort.class)),
                    Capabilities::localSorts,
                    Capabilities.Builder::localSorts)
            .always("configuredStages", FLAG, Capabilities::configuredStages, Capabilities.Builder::configuredStages)
            .always("allowUnverified", FLAG, Capabilities::allowUnverified, Capabilities.Builder::allowUnverified);

    private static final Map<Class<?>, JsonKind<?>> FORMS = forms();

    private ModelForms() {}

    private static Map<Class<?>, JsonKind<?>> forms() {
        Map<Class<?>, JsonKind<?>> forms = new LinkedHashMap<>();
        forms.put(Deal.class, DEAL);
        forms.put(NewDeal.class, NEW_DEAL);
        forms.put(DealUpdate.class, DEAL_UPDATE);
        forms.put(DealQuery.class, DEAL_QUERY);
        forms.put(Stage.class, STAGE);
        forms.put(StageRef.class, STAGE_REF);
        forms.put(LineItem.class, LINE_ITEM);
        forms.put(DealValue.class, DEAL_VALUE);
        forms.put(Contact.class, CONTACT);
        forms.put(Company.class, COMPANY);
        forms.put(Page.class, PAGE);
        forms.put(RecordProblem.class, RECORD_PROBLEM);
        forms.put(Capabilities.class, CAPABILITIES);
        forms.put(OperationCapability.class, OPERATION_CAPABILITY);
        forms.put(FieldBridge.class, FIELD_BRIDGE);
        forms.put(Move.class, MOVE);
        forms.put(Win.class, WIN);
        forms.put(Loss.class, LOSS);
        forms.put(Reopen.class, REOPEN);
        return Collections.unmodifiableMap(forms);
    }

    /** The types that have a form. */
    static Set<Class<?>> types() {
        return FORMS.keySet();
    }

    /**
     * The form of a value.
     *
     * @throws IllegalArgumentException if its type has none
     */
    static Map<String, @Nullable Object> write(Object value) {
        JsonKind<Object> form = formOf(value);
        if (form == null) {
            throw new IllegalArgumentException(value.getClass().getName() + " has no JSON form");
        }
        return JsonKind.fields(form.write(value), JsonPlace.outermost(unknown -> {}));
    }

    /**
     * The value whose form this is.
     *
     * @throws JsonFormException if it is the form of no such value
     * @throws IllegalArgumentException if the type has no form
     */
    static <T> T read(Class<T> type, @Nullable Object json, Consumer<JsonFormException> unknown) {
        JsonKind<?> form = FORMS.get(type);
        if (form == null) {
            throw new IllegalArgumentException(type.getName() + " has no JSON form");
        }
        JsonPlace outermost = JsonPlace.outermost(unknown);
        return type.cast(form.read(outermost.present(json), outermost));
    }

    // A form is found under the type that it writes.
    @SuppressWarnings("unchecked")
    private static @Nullable JsonKind<Object> formOf(Object value) {
        return (JsonKind<Object>) FORMS.get(value instanceof Deal ? Deal.class : value.getClass());
    }

    private static Object operations(Capabilities claims) {
        Map<String, @Nullable Object> operations = new LinkedHashMap<>();
        claims.operations().forEach((operation, claim) -> {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            OPERATION_CAPABILITY.write(claim).forEach((name, value) -> {
                fields.put(name, value);
                if (name.equals(SUPPORT)) {
                    fields.put(SUPPORTED, claims.supports(operation));
                }
            });
            operations.put(operation.name(), fields);
        });
        return operations;
    }
}
