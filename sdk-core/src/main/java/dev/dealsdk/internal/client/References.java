package dev.dealsdk.internal.client;

import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealsException;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Outcome;
import dev.dealsdk.Page;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.ProviderClient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@link NewDeal#reference()}: kept in a custom field, and looked for in the vendor's list of deals when it is uncertain
 * whether a deal was made, or its answer cannot be read.
 */
final class References {
    /** Of a list that is longer, and cannot be narrowed, the rest is left: the call has a deadline, the vendor a quota. */
    private static final int MAX_PAGES = 10;

    private final Optional<String> field;
    private final FieldAliases aliases;
    private final Capabilities capabilities;

    /** @param field alias or key of the custom field, as configured */
    References(Optional<String> field, FieldAliases aliases, Capabilities capabilities) {
        this.field = field;
        this.aliases = aliases;
        this.capabilities = capabilities;
    }

    /**
     * The custom fields of a new deal, its reference among them, under the program's own names.
     *
     * @throws DealsException if the reference cannot be kept
     */
    Map<String, @Nullable Object> customFields(NewDeal deal, CallScope scope) {
        if (deal.reference().isEmpty()) {
            return deal.customFields();
        }
        String name = place(scope);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(deal.customFields());
        if (fields.put(name, deal.reference().get()) != null) {
            throw scope.invalid("customFields." + name, "is reserved for the reference by deals.reference-field");
        }
        return fields;
    }

    private String place(CallScope scope) {
        if (!capabilities.takesReference()) {
            throw scope.unsupported("reference is not supported: " + capabilities.provider()
                    + " documents no custom fields of new deals that a list returns; leave it out");
        }
        return field.orElseThrow(() -> scope.invalid(
                "reference",
                "has no place; set deals.reference-field to the alias or the vendor's key of a custom field for it"));
    }

    /**
     * Refuses to look for a reference that no deal can have.
     *
     * @throws DealsException if it is blank, or references are not kept
     */
    void check(String reference, CallScope scope) {
        if (reference.isBlank()) {
            throw scope.invalid("reference", "is blank");
        }
        String unused = place(scope);
    }

    /** Whether a deal, as callers get it, has this reference. */
    boolean isOf(Deal deal, String reference) {
        String name = field.orElseThrow();
        Object kept = deal.customFields().get(aliases.aliasOf(name));
        return reference.equals(kept);
    }

    /** Creates a deal, and looks it up by its reference if it is uncertain whether it was created. */
    Deal createOrFind(NewDeal deal, ProviderClient client, CallScope call) {
        try {
            return client.create(call, deal);
        } catch (DealsException failed) {
            boolean mayExist = failed.outcome() == Outcome.UNKNOWN || failed.outcome() == Outcome.APPLIED;
            if (deal.reference().isEmpty() || !mayExist) {
                throw failed;
            }
            return find(deal, client, call, failed).orElseThrow(() -> failed);
        }
    }

    private Optional<Deal> find(NewDeal deal, ProviderClient client, CallScope call, DealsException failed) {
        try {
            return search(deal, client, call);
        } catch (DealsException unread) {
            failed.addSuppressed(unread);
            throw failed;
        }
    }

    /** By its name where that can be searched for, which is quicker, then among all: what a text finds is up to the vendor. */
    private Optional<Deal> search(NewDeal deal, ProviderClient client, CallScope call) {
        DealQuery.Builder size = DealQuery.builder().pageSize(capabilities.maxPageSize());
        DealQuery all = size.build();
        if (deal.name().isPresent() && capabilities.filters().contains(DealFilter.TEXT)) {
            Optional<Deal> named = search(deal, size.text(deal.name()).build(), client, call);
            if (named.isPresent()) {
                return named;
            }
        }
        return search(deal, all, client, call);
    }

    private Optional<Deal> search(NewDeal deal, DealQuery first, ProviderClient client, CallScope call) {
        DealQuery query = first;
        for (int number = 1; true; number++) {
            Page<Deal> page = client.list(call, query);
            Optional<Deal> found = found(deal, page);
            Optional<String> next = page.nextPageToken();
            if (found.isPresent() || next.isEmpty() || number == MAX_PAGES) {
                return found;
            }
            query = DealQuery.builder().from(query).pageToken(next).build();
        }
    }

    private Optional<Deal> found(NewDeal deal, Page<Deal> page) {
        String key = aliases.keyOf(field.orElseThrow());
        String reference = deal.reference().orElseThrow();
        return page.items().stream()
                .filter(listed ->
                        reference.equals(String.valueOf(listed.customFields().get(key))))
                .findFirst();
    }
}
