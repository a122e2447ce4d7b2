package dev.dealsdk.stora;

import dev.dealsdk.Contact;
import dev.dealsdk.DealField;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Reopen;
import dev.dealsdk.StageRef;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.PageCursor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From neutral requests to Stora's, refusing what is not of Stora's form. */
final class StoraRequests {
    private final CallScope scope;

    StoraRequests(CallScope scope) {
        this.scope = scope;
    }

    StoraDealCreate create(NewDeal deal) {
        Map<String, @Nullable Object> extras = deal.extras();
        extras.forEach((name, value) -> {
            if (value == null) {
                throw scope.invalid("extras." + name, "is null; a new deal is without it when it is left out");
            }
        });
        return StoraDealCreate.builder()
                .name(deal.name())
                .contact(deal.contact()
                        .flatMap(Contact::id)
                        .map(id -> StoraIds.CONTACT.require(DealField.CONTACT_ID.key(), id, scope)))
                .stage(deal.stage().map(this::stageId))
                .assignee(staffId(deal.ownerIds()))
                .addAllLineItems(StoraLineItems.toStora(deal.lineItems(), scope))
                .metadata(StoraMetadata.ofNewDeal(deal.customFields(), scope))
                .site(siteId(extras))
                .note(text(extras, "note"))
                .startsAt(text(extras, "starts_at"))
                .build();
    }

    StoraDealUpdate update(DealUpdate update) {
        Map<String, @Nullable Object> extras = update.extras();
        StoraDealUpdate.Builder stora = StoraDealUpdate.builder()
                .name(update.name())
                .assignee(update.ownerIds().flatMap(this::staffId))
                .lineItems(update.lineItems().map(items -> StoraLineItems.toStora(items, scope)))
                .metadata(StoraMetadata.ofUpdate(update.customFields(), scope))
                .site(siteId(extras))
                .note(text(extras, "note"))
                .startsAt(text(extras, "starts_at"));
        if (update.ownerIds().filter(List::isEmpty).isPresent()) {
            stora.addNulls("assignee");
        }
        extras.forEach((name, value) -> {
            if (value == null) {
                stora.addNulls(name);
            }
        });
        update.cleared().forEach(field -> clear(field, stora));
        return stora.build();
    }

    private static void clear(DealField field, StoraDealUpdate.Builder stora) {
        switch (field) {
            case OWNERS -> stora.addNulls("assignee");
            case LINE_ITEMS -> stora.lineItems(List.of());
            // Against RFC 7386, and documented so [guide: metadata]: an empty object clears all.
            case CUSTOM_FIELDS -> stora.metadata(Map.of());
            default -> throw new IllegalStateException("claimed to be clearable, but has no form: " + field);
        }
    }

    StoraDealReopen reopen(Reopen reopen) {
        return StoraDealReopen.builder()
                .stage(reopen.stage().map(this::stageId))
                .assignee(staffId(reopen.ownerIds()))
                .build();
    }

    PageCursor place(DealQuery query) {
        return PageCursor.of(query, 1, StoraCapabilities.MAX_LIMIT, scope);
    }

    /** The id of a stage whose name has been looked up already. */
    String stageId(StageRef stage) {
        return StoraIds.STAGE.require(DealField.STAGE.key(), stage.stageId().orElseThrow(), scope);
    }

    private Optional<String> staffId(List<String> ownerIds) {
        if (ownerIds.size() > 1) {
            throw scope.invalid("ownerIds", "a Stora deal has one assignee, not " + ownerIds.size());
        }
        return ownerIds.stream().findFirst().map(id -> StoraIds.STAFF.require("ownerIds", id, scope));
    }

    /** In Stora's own form, as it is read: {@code {id: site_...}}. */
    private Optional<String> siteId(Map<String, @Nullable Object> extras) {
        Object site = extras.get("site");
        if (site == null) {
            return Optional.empty();
        }
        if (site instanceof Map<?, ?> reference && reference.size() == 1 && reference.get("id") instanceof String id) {
            return Optional.of(StoraIds.SITE.require("extras.site.id", id, scope));
        }
        throw scope.invalid("extras.site", "is not a Map with an id alone, such as {id=site_14b419f1096013f1}");
    }

    private Optional<String> text(Map<String, @Nullable Object> extras, String name) {
        Object value = extras.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text);
        }
        throw scope.invalid("extras." + name, "is not a String");
    }
}
