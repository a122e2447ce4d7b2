package dev.dealsdk.play2sell;

import dev.dealsdk.Company;
import dev.dealsdk.Contact;
import dev.dealsdk.DealField;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealSort;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.Loss;
import dev.dealsdk.NewDeal;
import dev.dealsdk.StageRef;
import dev.dealsdk.Win;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.PageCursor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From neutral requests to Play2Sell's, refusing what is not of Play2Sell's form. */
final class Play2SellRequests {
    /** [docs: sales]. Refused here, since what Play2Sell does with another word is not documented. */
    private static final Set<String> PRIORITIES = Set.of("high", "medium", "low");

    private final CallScope scope;

    Play2SellRequests(CallScope scope) {
        this.scope = scope;
    }

    Play2SellDealCreate create(NewDeal deal) {
        Play2SellDealCreate.Builder play2Sell = Play2SellDealCreate.builder()
                .name(deal.name().orElseThrow())
                .value(deal.value().orElseThrow().amount())
                .stageId(deal.stage().map(this::stageId))
                .contactName(deal.contact().flatMap(Contact::name))
                .contactEmail(deal.contact().flatMap(Contact::email))
                .company(deal.company().flatMap(Company::name))
                .ownerId(ownerId(deal.ownerIds()))
                .expectedCloseDate(deal.expectedCloseOn())
                .priority(priority(deal.extras()))
                .leadId(leadId(deal.extras()))
                .addAllTags(deal.tags());
        if (!deal.customFields().isEmpty()) {
            play2Sell.customFields(deal.customFields());
        }
        return play2Sell.build();
    }

    Play2SellDealUpdate update(DealUpdate update) {
        Play2SellDealUpdate.Builder play2Sell = Play2SellDealUpdate.builder()
                .name(update.name())
                .value(update.value().map(DealValue::amount))
                .contactName(update.contact().flatMap(Contact::name))
                .contactEmail(update.contact().flatMap(Contact::email))
                .company(update.company().flatMap(Company::name))
                .ownerId(update.ownerIds().flatMap(this::replacingOwnerId))
                .expectedCloseDate(update.expectedCloseOn())
                .priority(priority(update.extras()))
                .leadId(leadId(update.extras()))
                .customFields(update.customFields())
                .tags(update.tags());
        for (DealField field : update.cleared()) {
            if (field == DealField.TAGS) {
                play2Sell.tags(List.of());
            } else {
                play2Sell.addNulls(nameOf(field));
            }
        }
        return play2Sell.build();
    }

    static Play2SellDealClose close(Win win) {
        return Play2SellDealClose.builder()
                .result("won")
                .finalValue(win.finalValue().map(DealValue::amount))
                .note(win.note())
                .build();
    }

    static Play2SellDealClose close(Loss loss) {
        return Play2SellDealClose.builder()
                .result("lost")
                .lossReason(loss.reason())
                .note(loss.note())
                .build();
    }

    PageCursor place(DealQuery query) {
        return PageCursor.of(query, 1, Play2SellCapabilities.MAX_PER_PAGE, scope);
    }

    Play2SellDealQuery query(DealQuery query) {
        PageCursor place = place(query);
        return Play2SellDealQuery.builder()
                .page(place.page())
                .perPage(place.size())
                .sort(query.sort().map(Play2SellRequests::sort))
                .stageId(query.stage().map(this::stageId))
                .ownerId(query.ownerId().map(id -> Play2SellApi.UUID.require("ownerId", id, scope)))
                .teamId(query.teamId().map(id -> Play2SellApi.UUID.require("teamId", id, scope)))
                .status(query.status().map(status -> status.name().toLowerCase(Locale.ROOT)))
                .minValue(query.minValue())
                .maxValue(query.maxValue())
                .closeDateAfter(query.expectedCloseAfter())
                .closeDateBefore(query.expectedCloseBefore())
                .search(query.text())
                .build();
    }

    /** The UUID of a stage whose name has been looked up already. */
    String stageId(StageRef stage) {
        return Play2SellApi.UUID.require("stage", stage.stageId().orElseThrow(), scope);
    }

    private Optional<String> ownerId(List<String> ownerIds) {
        if (ownerIds.size() > 1) {
            throw scope.invalid("ownerIds", "a Play2Sell deal has one owner, not " + ownerIds.size());
        }
        return ownerIds.isEmpty()
                ? Optional.empty()
                : Optional.of(Play2SellApi.UUID.require("ownerIds", ownerIds.get(0), scope));
    }

    private Optional<String> replacingOwnerId(List<String> ownerIds) {
        if (ownerIds.isEmpty()) {
            throw scope.invalid("ownerIds", "is empty; clear(DealField.OWNERS) takes the owner away");
        }
        return ownerId(ownerIds);
    }

    private Optional<String> priority(Map<String, @Nullable Object> extras) {
        if (!extras.containsKey("priority")) {
            return Optional.empty();
        }
        if (extras.get("priority") instanceof String word && PRIORITIES.contains(word)) {
            return Optional.of(word);
        }
        throw scope.invalid("extras.priority", "is not one of high, medium, low");
    }

    private Optional<String> leadId(Map<String, @Nullable Object> extras) {
        if (!extras.containsKey("lead_id")) {
            return Optional.empty();
        }
        if (extras.get("lead_id") instanceof String id) {
            return Optional.of(Play2SellApi.UUID.require("extras.lead_id", id, scope));
        }
        throw scope.invalid("extras.lead_id", "is not a UUID in a String");
    }

    private static String nameOf(DealField field) {
        return switch (field) {
            case CONTACT_NAME -> "contact_name";
            case CONTACT_EMAIL -> "contact_email";
            case COMPANY_NAME -> "company";
            case OWNERS -> "owner_id";
            case EXPECTED_CLOSE_ON -> "expected_close_date";
            default -> throw new IllegalStateException("claimed to be clearable, but has no name: " + field);
        };
    }

    private static String sort(DealSort sort) {
        return switch (sort) {
            case VALUE -> "value";
            case VALUE_DESCENDING -> "-value";
            case CREATED_AT -> "created_at";
            case CREATED_AT_DESCENDING -> "-created_at";
            case EXPECTED_CLOSE_ON -> "expected_close_date";
            case EXPECTED_CLOSE_ON_DESCENDING -> "-expected_close_date";
            case UPDATED_AT, UPDATED_AT_DESCENDING ->
                throw new IllegalStateException("not claimed, but asked for: " + sort);
        };
    }
}
