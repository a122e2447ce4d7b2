package dev.dealsdk.stardex;

import dev.dealsdk.Company;
import dev.dealsdk.DealField;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.NewDeal;
import dev.dealsdk.StageRef;
import dev.dealsdk.spi.CallScope;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From neutral writes to Stardex's, refusing what is not of Stardex's form. */
final class StardexRequests {
    /** What an update takes beyond the neutral fields. */
    static final Set<String> UPDATE_EXTRAS =
            Set.of("compensation", "compensation_currency_code", "pricing_rate", "job_id", "job_ids", "referred_by");

    private final CallScope scope;

    StardexRequests(CallScope scope) {
        this.scope = scope;
    }

    StardexDealCreate create(NewDeal deal) {
        StardexExtras extras = extras(deal.extras());
        if (extras.has("client_linkedin_url")
                && deal.company().flatMap(Company::id).isPresent()) {
            throw extras.invalid("client_linkedin_url", "counts only without company.id; leave one of them out");
        }
        return StardexDealCreate.builder()
                .name(deal.name().orElseThrow())
                .clientId(
                        deal.company().flatMap(Company::id).map(id -> StardexIds.UUID.require("company.id", id, scope)))
                .clientLinkedinUrl(extras.uri("client_linkedin_url"))
                .amount(deal.value().map(DealValue::amount))
                .currencyCode(deal.value().flatMap(DealValue::currency))
                .compensation(extras.notNegative("compensation"))
                .compensationCurrencyCode(extras.currency("compensation_currency_code"))
                .pricingRate(extras.percent("pricing_rate"))
                .winProbability(deal.winProbability())
                .dealStatusId(deal.stage().flatMap(StageRef::stageId))
                .description(deal.description())
                .closedDate(deal.expectedCloseOn().map(LocalDate::toString))
                .jobId(extras.uuid("job_id"))
                .jobIds(extras.uuids("job_ids"))
                .referredBy(extras.uuid("referred_by"))
                .ownerIds(deal.ownerIds().stream()
                        .map(id -> StardexIds.UUID.require("ownerIds", id, scope))
                        .toList())
                .customFields(new StardexCustomFields(scope).forCreate(deal.customFields()))
                .build();
    }

    StardexDealUpdate update(DealUpdate update) {
        StardexExtras extras = extras(update.extras());
        return StardexDealUpdate.builder()
                .name(update.name())
                .clientId(update.company()
                        .flatMap(Company::id)
                        .map(id -> StardexIds.UUID.require("company.id", id, scope)))
                .amount(update.value().map(DealValue::amount))
                .currencyCode(update.value().flatMap(DealValue::currency))
                .compensation(extras.notNegative("compensation"))
                .compensationCurrencyCode(extras.currency("compensation_currency_code"))
                .pricingRate(extras.percent("pricing_rate"))
                .winProbability(update.winProbability())
                .description(update.description())
                .closedDate(update.expectedCloseOn().map(LocalDate::toString))
                .clearsClosedDate(update.cleared().contains(DealField.EXPECTED_CLOSE_ON))
                .jobId(extras.uuid("job_id"))
                .jobIds(extras.uuids("job_ids"))
                .referredBy(extras.uuid("referred_by"))
                .customFields(new StardexCustomFields(scope).forUpdate(update.customFields()))
                .build();
    }

    /** A change of the status, and of nothing else. */
    static StardexDealUpdate move(String statusId) {
        return StardexDealUpdate.builder().dealStatusId(statusId).build();
    }

    private StardexExtras extras(Map<String, @Nullable Object> values) {
        StardexExtras extras = StardexExtras.of("extras", values, scope);
        if (extras.has("job_id") && extras.has("job_ids")) {
            throw extras.invalid(
                    "job_id",
                    "belongs to the older generation of the pages and job_ids to the newer; leave one of them out");
        }
        return extras;
    }
}
