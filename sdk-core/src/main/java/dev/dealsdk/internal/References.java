package dev.dealsdk.internal;

import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealsException;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Outcome;
import dev.dealsdk.Page;
import dev.dealsdk.spi.Call;
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
        if (!capabilities.takesReference()) {
            throw scope.unsupported("reference is not supported: " + capabilities.provider()
                    + " documents no custom fields of new deals that a list shows again; leave it out");
        }
        String name = field.orElseThrow(() -> scope.invalid(
                "reference",
                "has no place; set deals.reference-field to the alias or the vendor's key of a custom field for it"));
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(deal.customFields());
        if (fields.put(name, deal.reference().get()) != null) {
            throw scope.invalid("customFields." + name, "is kept for the reference by deals.reference-field");
        }
        return fields;
    }

    /** The creation of a deal, which is looked up if its creation is uncertain. */
    Call<Deal> orFound(Call<Deal> create, NewDeal deal, ProviderClient client) {
        if (deal.reference().isEmpty()) {
            return create;
        }
        return create.recover(failed -> {
            if (failed.outcome() != Outcome.UNKNOWN && failed.outcome() != Outcome.APPLIED) {
                throw failed;
            }
            return search(deal, client)
                    .recover(unread -> {
                        failed.addSuppressed(unread);
                        throw failed;
                    })
                    .map(found -> found.orElseThrow(() -> failed));
        });
    }

    /** By its name where that can be searched for, which is quicker, then among all: what a text finds is up to the vendor. */
    private Call<Optional<Deal>> search(NewDeal deal, ProviderClient client) {
        DealQuery.Builder size = DealQuery.builder().pageSize(capabilities.maxPageSize());
        DealQuery all = size.build();
        if (deal.name().isEmpty() || !capabilities.filters().contains(DealFilter.TEXT)) {
            return search(deal, all, 1, client);
        }
        return search(deal, size.text(deal.name()).build(), 1, client)
                .then(found -> found.isPresent() ? Call.of(found) : search(deal, all, 1, client));
    }

    private Call<Optional<Deal>> search(NewDeal deal, DealQuery query, int number, ProviderClient client) {
        return client.list(query).then(page -> {
            Optional<Deal> found = found(deal, page);
            Optional<String> next = page.nextPageToken();
            return found.isPresent() || next.isEmpty() || number == MAX_PAGES
                    ? Call.of(found)
                    : search(
                            deal,
                            DealQuery.builder().from(query).pageToken(next).build(),
                            number + 1,
                            client);
        });
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
