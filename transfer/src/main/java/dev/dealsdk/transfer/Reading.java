package dev.dealsdk.transfer;

import dev.dealsdk.Deal;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealQuery;
import dev.dealsdk.MalformedResponseException;
import dev.dealsdk.Page;
import dev.dealsdk.RecordProblem;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Reads all deals of one side page by page, and waits through outages. */
final class Reading {
    /** The number of attempts to fetch a page that cannot be read. */
    private static final int ATTEMPTS = 4;
    /** After this number of consecutive unreadable pages the listing fails, since every page seems to be unreadable. */
    private static final int UNREADABLE_PAGES = 3;

    private final Side side;
    private Optional<Long> total = Optional.empty();
    private long requests;
    private boolean hasUnreadPage;

    Reading(Side side) {
        this.side = side;
    }

    /** The number of deals, if the vendor reports it; known after the first page. */
    Optional<Long> total() {
        return total;
    }

    /** Whether a page was left out because it could not be read. */
    boolean hasUnreadPage() {
        return hasUnreadPage;
    }

    /** The number of pages that were read. */
    long pages() {
        return requests;
    }

    /**
     * Reads until the end, or until {@code more} returns false.
     *
     * @param options filters, of which the vendor applies those that it supports
     * @param unreadable receives records that cannot be read
     * @param more whether to continue
     */
    void each(
            TransferOptions options,
            Consumer<Deal> consumer,
            Consumer<RecordProblem> unreadable,
            BooleanSupplier more) {
        DealQuery.Builder query =
                DealQuery.builder().pageSize(side.client().capabilities().maxPageSize());
        if (side.client().capabilities().filters().contains(DealFilter.STATUS)) {
            query.status(options.status());
        }
        Optional<String> token = Optional.empty();
        int unreadablePages = 0;
        do {
            DealQuery from = query.pageToken(token).build();
            Iterator<Page<Deal>> pages = side.client().list(from).pages().iterator();
            token = Optional.empty();
            try {
                while (more.getAsBoolean() && pages.hasNext()) {
                    Page<Deal> page = next(pages);
                    requests++;
                    unreadablePages = 0;
                    total = page.total().or(() -> total);
                    page.problems().forEach(unreadable);
                    for (Deal deal : page.items()) {
                        if (!more.getAsBoolean()) {
                            return;
                        }
                        consumer.accept(deal);
                    }
                }
            } catch (MalformedResponseException unreadablePage) {
                // The whole page cannot be read: report it and continue after it.
                token = unreadablePage.nextPageToken();
                if (token.isEmpty() || ++unreadablePages == UNREADABLE_PAGES) {
                    throw unreadablePage;
                }
                hasUnreadPage = true;
                unreadable.accept(RecordProblem.ofPage(String.valueOf(unreadablePage.getMessage())));
            }
        } while (token.isPresent());
    }

    /** Fetches the next page; after a failure, the same page again. */
    private Page<Deal> next(Iterator<Page<Deal>> pages) {
        for (int attempt = 1; true; attempt++) {
            try {
                return side.read(pages::next);
            } catch (MalformedResponseException unreadable) {
                if (attempt == ATTEMPTS) {
                    throw unreadable;
                }
            }
        }
    }
}
