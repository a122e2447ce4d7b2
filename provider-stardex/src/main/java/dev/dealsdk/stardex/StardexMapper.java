package dev.dealsdk.stardex;

import dev.dealsdk.Company;
import dev.dealsdk.Deal;
import dev.dealsdk.DealValue;
import dev.dealsdk.Page;
import dev.dealsdk.Stage;
import dev.dealsdk.StageKind;
import dev.dealsdk.spi.ClosingStages;
import dev.dealsdk.spi.PageCursor;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** From Stardex's types to the neutral ones, losing nothing. */
final class StardexMapper {
    private static final int DATE_LENGTH = "2026-03-15".length();

    private StardexMapper() {}

    static Deal toDeal(StardexDeal stardex, ClosingStages statuses) {
        Deal.Builder deal = Deal.builder()
                .id(stardex.id())
                .provider(StardexProvider.ID)
                .status(statuses.statusOf(stardex.dealStatusId()))
                .name(stardex.name())
                .stageId(stardex.dealStatusId())
                .winProbability(stardex.winProbability())
                .company(stardex.clientId().map(id -> Company.builder().id(id).build()))
                .ownerIds(stardex.ownerIds())
                .customFields(StardexCustomFields.toNeutral(stardex.customFields()))
                .createdAt(stardex.createdAt())
                .description(stardex.description())
                .putAllExtras(stardex.rest());
        addValue(stardex, deal);
        stardex.closedDate().ifPresent(text -> addClosedDate(text, deal));
        stardex.compensation().ifPresent(pay -> deal.putExtras("compensation", pay));
        stardex.compensationCurrencyCode().ifPresent(code -> deal.putExtras("compensation_currency_code", code));
        stardex.pricingRate().ifPresent(rate -> deal.putExtras("pricing_rate", rate));
        stardex.jobId().ifPresent(id -> deal.putExtras("job_id", id));
        stardex.jobIds().ifPresent(ids -> deal.putExtras("job_ids", ids));
        stardex.referredBy().ifPresent(id -> deal.putExtras("referred_by", id));
        return deal.build();
    }

    private static void addValue(StardexDeal stardex, Deal.Builder deal) {
        // Upper case is not enforced by Stardex, and makes no difference to which currency it is.
        Optional<String> currency = stardex.currencyCode()
                .map(code -> code.toUpperCase(Locale.ROOT))
                .filter(DealValue::isCurrencyCode);
        Optional<BigDecimal> amount = stardex.amount();
        deal.value(amount.map(present ->
                DealValue.builder().amount(present).currency(currency).build()));
        if (amount.isEmpty() || !currency.equals(stardex.currencyCode())) {
            stardex.currencyCode().ifPresent(code -> deal.putExtras("currency_code", code));
        }
    }

    /** The day as it is written, whatever its zone, which is not documented; what is more than a day is kept as well. */
    private static void addClosedDate(String text, Deal.Builder deal) {
        Optional<LocalDate> day = day(text);
        deal.expectedCloseOn(day);
        if (day.isEmpty() || text.length() != DATE_LENGTH) {
            deal.putExtras("closed_date", text);
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.from(
                    (text.length() == DATE_LENGTH ? DateTimeFormatter.ISO_LOCAL_DATE : DateTimeFormatter.ISO_DATE_TIME)
                            .parse(text)));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    static Stage toStage(StardexStatus stardex, StageKind kind) {
        return Stage.builder()
                .id(stardex.id())
                .name(stardex.name().orElse(""))
                .kind(kind)
                .build();
    }

    /** A page, with the place of the next one as its token. */
    static Page<Deal> toPage(StardexDealPage stardex, PageCursor place, ClosingStages statuses) {
        int rows = stardex.data().size() + stardex.problems().size();
        return place.afterRows(rows, stardex.total(), stardex.limit())
                .after(Page.<Deal>builder()
                        .addAllItems(stardex.data().stream()
                                .map(deal -> toDeal(deal, statuses))
                                .toList())
                        .problems(stardex.problems()));
    }
}
