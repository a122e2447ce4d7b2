package dev.dealsdk.backside;

import dev.dealsdk.Company;
import dev.dealsdk.Contact;
import dev.dealsdk.DealField;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.FieldError;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Outcome;
import dev.dealsdk.StageRef;
import dev.dealsdk.spi.CallScope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From neutral requests to Backside's, refusing what is not of Backside's form. */
final class BacksideRequests {
    private final CallScope scope;

    BacksideRequests(CallScope scope) {
        this.scope = scope;
    }

    BacksideDealFields create(NewDeal deal) {
        deal.extras().forEach((name, value) -> {
            if (value == null) {
                throw scope.invalid("extras." + name, "is null; a new deal is without it when it is left out");
            }
        });
        BacksideDealFields.Builder backside = BacksideDealFields.builder()
                .name(deal.name())
                .stageId(deal.stage().map(this::stageId))
                .contactId(contactId(deal.contact()))
                .organizationId(organizationId(deal.company()))
                .expectedCloseDate(deal.expectedCloseOn())
                .description(deal.description());
        setValue(deal.value(), backside);
        setExtras(deal.extras(), backside);
        return (deal.customFields().isEmpty() ? backside : backside.metadata(deal.customFields())).build();
    }

    /** What an update says, and nothing else. */
    BacksideDealFields changes(DealUpdate update) {
        BacksideDealFields.Builder backside = BacksideDealFields.builder()
                .name(update.name())
                .contactId(contactId(update.contact()))
                .organizationId(organizationId(update.company()))
                .expectedCloseDate(update.expectedCloseOn())
                .description(update.description());
        setValue(update.value(), backside);
        setExtras(update.extras(), backside);
        update.cleared().forEach(field -> namesOf(field).forEach(name -> backside.putOthers(name, null)));
        return (update.customFields().isEmpty() ? backside : backside.metadata(update.customFields())).build();
    }

    /**
     * Everything of a deal that can be written, as it was just read, with the changes: right whether a PUT merges or replaces.
     *
     * @throws InvalidRequestException if custom fields are to be set in metadata that is no object
     */
    BacksideDealFields changed(BacksideDeal read, BacksideDealFields changes) {
        Map<String, @Nullable Object> body = BacksideDealFields.of(read).json();
        body.putAll(changes.json());
        changes.metadata().ifPresent(customFields -> body.put("metadata", metadata(read, customFields)));
        return BacksideDealFields.builder().others(body).build();
    }

    /** All metadata as it was just read, with the custom fields that change. */
    private Map<String, @Nullable Object> metadata(BacksideDeal read, Map<String, @Nullable Object> customFields) {
        if (read.rest().get("metadata") != null) {
            throw scope.invalid(
                    "customFields",
                    "cannot be set: the metadata of this deal is no JSON object, and would be replaced; change it through"
                            + " unwrap(BacksideApi.class).updateDeal(...)");
        }
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>(read.metadata());
        metadata.putAll(customFields);
        return metadata;
    }

    /**
     * Holds the response against the nulls that were sent: no page says that a null takes a value away.
     *
     * @throws InvalidRequestException if a value is still there
     */
    void requireTaken(BacksideDealFields changes, BacksideDeal updated) {
        Map<String, @Nullable Object> after = BacksideDealFields.of(updated).json();
        List<FieldError> errors = new ArrayList<>();
        changes.others().keySet().forEach(name -> {
            if (after.get(name) != null) {
                errors.add(new FieldError(name, "Backside answered with success, but the deal still has a value"));
            }
        });
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(
                    "an update does not seem to take values of this deal away",
                    errors,
                    scope.call().attempts(1).outcome(Outcome.UNKNOWN).build(),
                    null);
        }
    }

    private static void setValue(Optional<DealValue> value, BacksideDealFields.Builder backside) {
        value.ifPresent(priced -> backside.amount(priced.amount())
                .currency(priced.currency())
                .valuePeriod(priced.period().map(BacksideMapper::toBackside)));
    }

    private Optional<String> contactId(Optional<Contact> contact) {
        return contact.flatMap(Contact::id).map(id -> BacksideApi.UUID.require(DealField.CONTACT_ID.key(), id, scope));
    }

    private Optional<String> organizationId(Optional<Company> company) {
        return company.flatMap(Company::id).map(id -> BacksideApi.UUID.require(DealField.COMPANY_ID.key(), id, scope));
    }

    /** In an update a null takes the value away (inferred). */
    private void setExtras(Map<String, @Nullable Object> extras, BacksideDealFields.Builder backside) {
        extras.forEach((name, value) -> {
            if (value == null) {
                backside.putOthers(name, null);
                return;
            }
            switch (name) {
                case "pipeline_id" ->
                    backside.pipelineId(BacksideApi.UUID.require("extras." + name, text(name, value), scope));
                case "confidence" -> backside.confidence(integer(name, value));
                case "next_step" -> backside.nextStep(text(name, value));
                case "source" -> backside.source(text(name, value));
                case "won_reason" -> backside.wonReason(text(name, value));
                case "lost_reason" -> backside.lostReason(text(name, value));
                default -> throw new IllegalStateException("claimed to be an extra, but has no form: " + name);
            }
        });
    }

    private String text(String name, Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw scope.invalid("extras." + name, "is not a String");
    }

    private int integer(String name, Object value) {
        if (value instanceof BigDecimal number && number.compareTo(BigDecimal.valueOf(number.intValue())) == 0) {
            return number.intValue();
        }
        throw scope.invalid("extras." + name, "is not an integer of 32 bits");
    }

    private static List<String> namesOf(DealField field) {
        return switch (field) {
            case VALUE -> List.of("amount", "currency", "value_period");
            case CURRENCY -> List.of("currency");
            case VALUE_PERIOD -> List.of("value_period");
            case CONTACT_ID -> List.of("contact_id");
            case COMPANY_ID -> List.of("organization_id");
            case EXPECTED_CLOSE_ON -> List.of("expected_close_date");
            case DESCRIPTION -> List.of("description");
            default -> throw new IllegalStateException("claimed to be clearable, but has no name: " + field);
        };
    }

    /** Refuses to go on to a further page, since a listing must not end early in silence. */
    BacksideDealQuery query(DealQuery query) {
        query.pageSize().ifPresent(size -> {
            throw scope.unsupported(
                    "pageSize is not supported: Backside documents no page size [docs: temporal];" + " leave it out");
        });
        query.pageToken().ifPresent(token -> {
            throw scope.unsupported("the next page of a list is not supported: there are more deals, but Backside"
                    + " documents no parameter for its cursor [docs: temporal]; list one stage at a time, or, if the"
                    + " vendor has given you the parameter, use "
                    + BacksideCapabilities.raw("get"));
        });
        return BacksideDealQuery.builder()
                .stageId(query.stage().map(this::stageId))
                .build();
    }

    /** The UUID of a stage whose alias has been looked up already. */
    String stageId(StageRef stage) {
        return BacksideApi.UUID.require("stage", stage.stageId().orElseThrow(), scope);
    }
}
