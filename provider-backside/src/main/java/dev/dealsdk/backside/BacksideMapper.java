package dev.dealsdk.backside;

import dev.dealsdk.Company;
import dev.dealsdk.Contact;
import dev.dealsdk.Deal;
import dev.dealsdk.DealValue;
import dev.dealsdk.Page;
import dev.dealsdk.RecordProblem;
import dev.dealsdk.ValuePeriod;
import dev.dealsdk.spi.ClosingStages;
import java.math.BigDecimal;
import java.util.Optional;

/** From Backside's types to the neutral ones, losing nothing. */
final class BacksideMapper {
    /** Stands for the place of the next page where Backside says that there is one, but not where. */
    private static final String SOMEWHERE = "more";

    private BacksideMapper() {}

    static Deal toDeal(BacksideDeal backside, ClosingStages stages) {
        Deal.Builder deal = Deal.builder()
                .id(backside.id())
                .provider(BacksideProvider.ID)
                // Not from closed_at: it does not say whether the deal was won or lost.
                .status(stages.statusOf(backside.stageId()))
                .name(backside.name())
                .stageId(backside.stageId())
                .stageName(backside.stageName())
                .pipelineId(backside.pipelineId())
                .contact(backside.contactId().map(id -> Contact.builder().id(id).build()))
                .company(backside.organizationId()
                        .map(id -> Company.builder().id(id).build()))
                .customFields(backside.metadata())
                .expectedCloseOn(backside.expectedCloseDate())
                .closedAt(backside.closedAt())
                .createdAt(backside.createdAt())
                .updatedAt(backside.updatedAt())
                .description(backside.description())
                .lostReason(backside.lostReason())
                .wonReason(backside.wonReason());
        addValue(backside, deal);
        // No win probability: an int32 by [docs: move], a number from 0.0 to 1.0 by [docs: crm].
        keep("confidence", backside.confidence().map(BigDecimal::valueOf), deal);
        keep("pipeline_name", backside.pipelineName(), deal);
        keep("tenant_id", backside.tenantId(), deal);
        keep("next_step", backside.nextStep(), deal);
        keep("source", backside.source(), deal);
        keep("deleted_at", backside.deletedAt().map(Object::toString), deal);
        return deal.putAllExtras(backside.rest()).build();
    }

    private static void addValue(BacksideDeal backside, Deal.Builder deal) {
        Optional<String> currency = backside.currency().filter(DealValue::isCurrencyCode);
        Optional<ValuePeriod> period = backside.valuePeriod().flatMap(BacksideMapper::toPeriod);
        boolean priced = backside.amount().isPresent();
        backside.amount()
                .ifPresent(amount -> deal.value(DealValue.builder()
                        .amount(amount)
                        .currency(currency)
                        .period(period)
                        .build()));
        if (!priced || currency.isEmpty()) {
            keep("currency", backside.currency(), deal);
        }
        if (!priced || period.isEmpty()) {
            keep("value_period", backside.valuePeriod(), deal);
        }
    }

    private static Optional<ValuePeriod> toPeriod(String backside) {
        return switch (backside) {
            case "one_time" -> Optional.of(ValuePeriod.ONE_TIME);
            case "monthly" -> Optional.of(ValuePeriod.MONTHLY);
            case "quarterly" -> Optional.of(ValuePeriod.QUARTERLY);
            case "annual" -> Optional.of(ValuePeriod.ANNUAL);
            // The reference types it as any text: another word must not hide the amount.
            default -> Optional.empty();
        };
    }

    private static void keep(String name, Optional<?> value, Deal.Builder deal) {
        value.ifPresent(present -> deal.putExtras(name, present));
    }

    static String toBackside(ValuePeriod period) {
        return switch (period) {
            case ONE_TIME -> "one_time";
            case MONTHLY -> "monthly";
            case QUARTERLY -> "quarterly";
            case ANNUAL -> "annual";
        };
    }

    /**
     * A page without the deals that are deleted; if there are more, with a token that says so, though asking for the next page
     * will be refused.
     */
    static Page<Deal> toPage(BacksideDealPage backside, ClosingStages stages) {
        Optional<String> cursor = backside.nextCursor().filter(place -> !place.isBlank());
        boolean more = backside.hasMore().orElse(cursor.isPresent());
        Page.Builder<Deal> page = Page.<Deal>builder()
                .addAllItems(backside.data().stream()
                        .filter(deal -> deal.deletedAt().isEmpty())
                        .map(deal -> toDeal(deal, stages))
                        .toList())
                .problems(backside.problems())
                .nextPageToken(more ? Optional.of(cursor.orElse(SOMEWHERE)) : Optional.empty());
        if (!more && cursor.isPresent()) {
            page.addProblems(RecordProblem.ofPage("has_more is false, but next_cursor names a next page"));
        }
        return page.build();
    }
}
