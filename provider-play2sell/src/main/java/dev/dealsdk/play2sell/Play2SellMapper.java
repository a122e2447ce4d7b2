package dev.dealsdk.play2sell;

import dev.dealsdk.Company;
import dev.dealsdk.Contact;
import dev.dealsdk.Deal;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealValue;
import dev.dealsdk.Page;
import dev.dealsdk.Stage;
import dev.dealsdk.StageKind;
import dev.dealsdk.spi.PageCursor;
import java.util.List;
import java.util.Optional;

/** From Play2Sell's types to the neutral ones, losing nothing. */
final class Play2SellMapper {
    private Play2SellMapper() {}

    static Deal toDeal(Play2SellDeal play2Sell) {
        DealStatus status = toStatus(play2Sell.status().orElse(""));
        Deal.Builder deal = Deal.builder()
                .id(play2Sell.id())
                .provider(Play2SellProvider.ID)
                .status(status)
                .name(play2Sell.name())
                .value(play2Sell
                        .value()
                        .map(amount -> DealValue.builder().amount(amount).build()))
                .contact(toContact(play2Sell))
                .company(play2Sell.company().map(Company::named))
                .tags(play2Sell.tags())
                .customFields(play2Sell.customFields())
                .expectedCloseOn(play2Sell.expectedCloseDate())
                .createdAt(play2Sell.createdAt())
                .updatedAt(play2Sell.updatedAt());
        if (play2Sell.ownerId().isPresent()) {
            deal.ownerIds(List.of(play2Sell.ownerId().get()));
        }
        if (play2Sell.stage().isPresent()) {
            addStage(play2Sell.stage().get(), deal);
        }
        put(deal, "priority", play2Sell.priority());
        put(deal, "lead_id", play2Sell.leadId());
        if (status == DealStatus.UNKNOWN) {
            put(deal, "status", play2Sell.status());
        }
        return deal.putAllExtras(play2Sell.rest()).build();
    }

    private static void put(Deal.Builder deal, String name, Optional<String> text) {
        if (text.isPresent()) {
            deal.putExtras(name, text.get());
        }
    }

    private static void addStage(Play2SellDealStage stage, Deal.Builder deal) {
        // Play2Sell has no probability of a deal's own: that of its stage is what its forecasts use [docs: sales].
        deal.stageId(stage.id()).stageName(stage.name()).winProbability(stage.probability());
        if (!stage.rest().isEmpty()) {
            deal.putExtras("stage", stage.rest());
        }
    }

    private static DealStatus toStatus(String play2Sell) {
        return switch (play2Sell) {
            case "open" -> DealStatus.OPEN;
            case "won" -> DealStatus.WON;
            case "lost" -> DealStatus.LOST;
            // Also none at all. A status added tomorrow must not hide the other fields today.
            default -> DealStatus.UNKNOWN;
        };
    }

    private static Optional<Contact> toContact(Play2SellDeal play2Sell) {
        if (play2Sell.contactName().isEmpty() && play2Sell.contactEmail().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Contact(Optional.empty(), play2Sell.contactName(), play2Sell.contactEmail()));
    }

    static Stage toStage(Play2SellStage play2Sell) {
        return Stage.builder()
                .id(play2Sell.id())
                .name(play2Sell.name().orElse(""))
                .position(play2Sell.position())
                .probability(play2Sell.probability())
                // Names and probabilities are the account's own to set: neither tells the kind for certain [docs:
                // faq/sales].
                .kind(StageKind.UNKNOWN)
                .build();
    }

    /** A page, with the place of the next one as its token. */
    static Page<Deal> toPage(Play2SellDealPage play2Sell, Play2SellDealQuery asked) {
        PageCursor place =
                new PageCursor(asked.page().orElse(1), asked.perPage().orElse(Play2SellCapabilities.MAX_PER_PAGE));
        int rows = play2Sell.data().size() + play2Sell.problems().size();
        return place.nextPage(
                        rows,
                        Optional.empty(),
                        play2Sell.totalPages(),
                        play2Sell.total(),
                        // What becomes of a page size that Play2Sell does not like is not documented.
                        play2Sell.perPage())
                .after(Page.<Deal>builder()
                        .addAllItems(play2Sell.data().stream()
                                .map(Play2SellMapper::toDeal)
                                .toList())
                        .problems(play2Sell.problems()));
    }
}
