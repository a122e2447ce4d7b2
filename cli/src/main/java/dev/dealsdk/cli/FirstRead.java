package dev.dealsdk.cli;

import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealsClient;
import dev.dealsdk.Operation;
import dev.dealsdk.Page;
import java.util.Iterator;

/**
 * A read that shows whether the account is accessible.
 *
 * @param operation the operation, the first that the vendor supports
 * @param found the result, as text
 */
record FirstRead(Operation operation, String found) {
    /** An id without a deal: the response "not found" shows that the vendor accepted the token. */
    private static final String NO_DEAL = "00000000-0000-4000-8000-000000000000";

    static FirstRead of(DealsClient deals) {
        Capabilities can = deals.capabilities();
        if (can.supports(Operation.LIST_STAGES)) {
            int stages = deals.stages().size();
            return new FirstRead(Operation.LIST_STAGES, stages == 1 ? "1 stage" : stages + " stages");
        }
        if (can.supports(Operation.LIST)) {
            Iterator<Page<Deal>> pages = deals.list(DealQuery.builder()
                            .pageSize(can.maxPageSize().map(most -> 1))
                            .build())
                    .pages()
                    .iterator();
            Page<Deal> first = pages.next();
            boolean empty = first.items().isEmpty() && first.problems().isEmpty();
            return new FirstRead(Operation.LIST, empty ? "no deals" : "at least 1 deal");
        }
        return new FirstRead(Operation.GET, missing(deals));
    }

    private static String missing(DealsClient deals) {
        try {
            return "deal " + deals.get(NO_DEAL).id();
        } catch (DealNotFoundException expected) {
            return "the vendor reports that deal " + NO_DEAL + " does not exist, as expected";
        }
    }
}
