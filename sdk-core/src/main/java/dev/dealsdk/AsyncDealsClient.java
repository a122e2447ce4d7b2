package dev.dealsdk;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a {@link DealsClient} without a thread that waits for them, under the same rules: the same checks, retries,
 * limits and outcomes. Made by {@link DealsClient#async()}; safe to share between threads.
 *
 * <p>A future ends with the result or with the {@link DealsException} that the blocking call would throw. Cancelling it, or
 * completing it in another way from outside ({@code orTimeout}), ends the exchange with the vendor and the retries that were
 * to follow; a write that was cancelled may have been applied. An argument that is null, and a client that is closed, are
 * told by an exception at once.
 *
 * <p>At most 32 exchanges of a client go on at a time, or as many to a host as an HTTP client of your own allows if that is
 * more, each on a daemon thread of the SDK while it lasts; calls beyond them queue, at the expense of their {@code
 * deals.call-timeout}. A call that waits for a retry or a token needs no thread. Functions that follow a future run on the
 * thread that ended it; what takes long or blocks belongs elsewhere, by {@code thenApplyAsync} and its like.
 */
public interface AsyncDealsClient {

    /**
     * {@link DealsClient#create(NewDeal)}.
     *
     * @param deal what it shall be
     * @return the deal as the vendor has it then
     */
    CompletableFuture<Deal> create(NewDeal deal);

    /**
     * {@link DealsClient#get(String)}.
     *
     * @param dealId the vendor's id, as {@link Deal#id()} gives it
     * @return the deal as the vendor has it then
     */
    CompletableFuture<Deal> get(String dealId);

    /**
     * {@link DealsClient#update(String, DealUpdate)}.
     *
     * @param dealId the vendor's id, as {@link Deal#id()} gives it
     * @param update what to set and what to clear
     * @return the deal as the vendor has it then
     */
    CompletableFuture<Deal> update(String dealId, DealUpdate update);

    /**
     * {@link DealsClient#delete(String)}.
     *
     * @param dealId the vendor's id, as {@link Deal#id()} gives it
     * @return nothing, when it is done
     */
    CompletableFuture<@Nullable Void> delete(String dealId);

    /**
     * {@link DealsClient#move(String, StageRef)}.
     *
     * @param dealId the vendor's id, as {@link Deal#id()} gives it
     * @param stage where it goes
     * @return the deal as the vendor has it then
     */
    default CompletableFuture<Deal> move(String dealId, StageRef stage) {
        return move(dealId, Move.to(stage));
    }

    /**
     * {@link DealsClient#move(String, Move)}.
     *
     * @param dealId the vendor's id, as {@link Deal#id()} gives it
     * @param move where it goes, and what to note about it
     * @return the deal as the vendor has it then
     */
    CompletableFuture<Deal> move(String dealId, Move move);

    /**
     * {@link DealsClient#win(String)}.
     *
     * @param dealId the vendor's id, as {@link Deal#id()} gives it
     * @return the deal as the vendor has it then
     */
    default CompletableFuture<Deal> win(String dealId) {
        return win(dealId, Win.builder().build());
    }

    /**
     * {@link DealsClient#win(String, Win)}.
     *
     * @param dealId the vendor's id, as {@link Deal#id()} gives it
     * @param win what it was sold for and why, as far as the vendor takes it
     * @return the deal as the vendor has it then
     */
    CompletableFuture<Deal> win(String dealId, Win win);

    /**
     * {@link DealsClient#lose(String, String)}.
     *
     * @param dealId the vendor's id, as {@link Deal#id()} gives it
     * @param reason why it was lost, in the vendor's words where it has a list
     * @return the deal as the vendor has it then
     */
    default CompletableFuture<Deal> lose(String dealId, String reason) {
        return lose(dealId, Loss.of(reason));
    }

    /**
     * {@link DealsClient#lose(String, Loss)}.
     *
     * @param dealId the vendor's id, as {@link Deal#id()} gives it
     * @param loss why it was lost, and what to note about it
     * @return the deal as the vendor has it then
     */
    CompletableFuture<Deal> lose(String dealId, Loss loss);

    /**
     * {@link DealsClient#reopen(String)}.
     *
     * @param dealId the vendor's id, as {@link Deal#id()} gives it
     * @return the deal as the vendor has it then
     */
    default CompletableFuture<Deal> reopen(String dealId) {
        return reopen(dealId, Reopen.builder().build());
    }

    /**
     * {@link DealsClient#reopen(String, Reopen)}.
     *
     * @param dealId the vendor's id, as {@link Deal#id()} gives it
     * @param reopen where it goes on and who takes it over
     * @return the deal as the vendor has it then
     */
    CompletableFuture<Deal> reopen(String dealId, Reopen reopen);

    /**
     * One page of {@link DealsClient#list(DealQuery)}: the first one, or that at the query's page token. For the next page ask
     * with the token of this one; rows that shifted from page to page come again, since a page knows nothing of the others:
     *
     * <pre>{@code
     * DealQuery next = DealQuery.builder().from(query).pageToken(page.nextPageToken()).build();
     * }</pre>
     *
     * @param query which deals, in which order, and where to begin
     * @return the page, with the token of the next unless it is the last one
     */
    CompletableFuture<Page<Deal>> list(DealQuery query);

    /**
     * {@link DealsClient#stages()}.
     *
     * @return the stages in pipeline order
     */
    CompletableFuture<List<Stage>> stages();
}
