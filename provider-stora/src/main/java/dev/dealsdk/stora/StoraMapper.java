package dev.dealsdk.stora;

import dev.dealsdk.Contact;
import dev.dealsdk.Deal;
import dev.dealsdk.DealStatus;
import dev.dealsdk.LineItem;
import dev.dealsdk.Page;
import dev.dealsdk.Stage;
import dev.dealsdk.StageKind;
import dev.dealsdk.spi.JsonFields;
import dev.dealsdk.spi.PageCursor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From Stora's types to the neutral ones, losing nothing. */
final class StoraMapper {
    private StoraMapper() {}

    static Deal toDeal(StoraDeal stora) {
        DealStatus status = stora.status().map(StoraMapper::toStatus).orElse(DealStatus.UNKNOWN);
        Deal.Builder deal = Deal.builder()
                .id(stora.id())
                .provider(StoraProvider.ID)
                .status(status)
                .name(stora.name())
                .contact(stora.contact().flatMap(StoraMapper::toContact))
                .customFields(stora.metadata())
                .createdAt(stora.createdAt())
                .updatedAt(stora.updatedAt())
                .lostReason(stora.lostReason());
        stora.stage().ifPresent(stage -> addStage(stage, deal));
        stora.assignee().flatMap(StoraRef::id).ifPresent(deal::addOwnerIds);
        deal.lineItems(toLineItems(stora.lineItems()));
        addExtras(stora, deal);
        if (status == DealStatus.UNKNOWN) {
            put(deal, "status", stora.status());
        }
        return deal.putAllExtras(stora.rest()).build();
    }

    private static void addExtras(StoraDeal stora, Deal.Builder deal) {
        // Prose such as "£50 per month": no amount can be read from it safely.
        put(deal, "value_estimate", stora.valueEstimate());
        put(deal, "note", stora.note());
        put(deal, "starts_at", stora.startsAt());
        put(deal, "site", stora.site().map(StoraMapper::asSent));
        put(deal, "creator", stora.creator().map(StoraMapper::asSent));
        put(deal, "contact", stora.contact().filter(StoraMapper::saysMore).map(StoraMapper::asSent));
        put(deal, "assignee", stora.assignee().filter(StoraMapper::saysMore).map(StoraMapper::asSent));
        if (sayMore(stora.lineItems())) {
            deal.putExtras(
                    "line_items",
                    stora.lineItems().stream().map(StoraMapper::asSent).toList());
        }
    }

    private static boolean sayMore(List<StoraLineItem> items) {
        for (int i = 0; i < items.size(); i++) {
            StoraLineItem item = items.get(i);
            if (!item.rest().isEmpty() || saysMore(item.item())) {
                return true;
            }
        }
        return false;
    }

    private static void put(Deal.Builder deal, String name, Optional<?> value) {
        if (value.isPresent()) {
            deal.putExtras(name, value.get());
        }
    }

    /** A stage that was deleted has a name and no id [docs: list-all-deals]. */
    private static void addStage(StoraDealStage stage, Deal.Builder deal) {
        deal.stageId(stage.id()).stageName(stage.name());
        if (stage.position().isEmpty()
                && stage.createdAt().isEmpty()
                && stage.updatedAt().isEmpty()
                && stage.rest().isEmpty()) {
            return;
        }
        deal.putExtras(
                "stage",
                new JsonFields()
                        .put("position", stage.position())
                        .put("created_at", stage.createdAt().map(Instant::toString))
                        .put("updated_at", stage.updatedAt().map(Instant::toString))
                        .putAll(stage.rest())
                        .toMap());
    }

    private static DealStatus toStatus(String stora) {
        return switch (stora) {
            case "open" -> DealStatus.OPEN;
            case "won" -> DealStatus.WON;
            case "lost" -> DealStatus.LOST;
            // A status added tomorrow must not hide the other fields today.
            default -> DealStatus.UNKNOWN;
        };
    }

    /** Name and e-mail address are there when the contact is expanded. */
    private static Optional<Contact> toContact(StoraRef stora) {
        Optional<String> name = text(stora, "full_name");
        Optional<String> email = text(stora, "email");
        return stora.id().isEmpty() && name.isEmpty() && email.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Contact.builder().id(stora.id()).name(name).email(email).build());
    }

    private static Optional<String> text(StoraRef stora, String name) {
        return stora.rest().get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static List<LineItem> toLineItems(List<StoraLineItem> stora) {
        if (stora.size() == 2) {
            // As most are: a unit and its protection.
            return List.of(toLineItem(stora.get(0)), toLineItem(stora.get(1)));
        }
        LineItem[] items = new LineItem[stora.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = toLineItem(stora.get(i));
        }
        return List.of(items);
    }

    private static LineItem toLineItem(StoraLineItem stora) {
        return LineItem.builder()
                .itemId(stora.item().id().orElseThrow())
                .type(stora.type())
                .quantity(stora.quantity())
                .build();
    }

    /** Whether the neutral type, which takes the id alone, leaves something out. */
    private static boolean saysMore(StoraRef reference) {
        return reference.id().isEmpty() || !reference.rest().isEmpty();
    }

    private static Map<String, @Nullable Object> asSent(StoraRef reference) {
        if (!saysMore(reference)) {
            return JsonFields.of("id", reference.id().orElseThrow());
        }
        return new JsonFields()
                .put("id", reference.id())
                .putAll(reference.rest())
                .toMap();
    }

    private static Map<String, @Nullable Object> asSent(StoraLineItem item) {
        return new JsonFields()
                .put("type", item.type())
                .put("quantity", item.quantity())
                .put("item", Optional.of(asSent(item.item())))
                .putAll(item.rest())
                .toMap();
    }

    static Stage toStage(StoraStage stora) {
        return Stage.builder()
                .id(stora.id())
                .name(stora.name().orElse(""))
                .position(stora.position())
                // A deal is won and lost by its status and stays in its stage [docs: win-a-deal]: stages have no kind.
                .kind(StageKind.UNKNOWN)
                .build();
    }

    /** A page, with the place of the next one as its token. */
    static Page<Deal> toPage(StoraDealPage stora, PageCursor place) {
        List<Deal> deals = stora.deals().stream().map(StoraMapper::toDeal).toList();
        return StoraPagination.next(
                        stora.pagination(),
                        place,
                        deals.size() + stora.problems().size())
                .after(Page.<Deal>builder().items(deals).problems(stora.problems()));
    }
}
