package dev.dealsdk;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The asynchronous form of {@link DealsClient}. Checks, retries, limits and outcomes are those of the blocking calls.
 * Obtain an instance from {@link DealsClient#async()}. Instances are safe for use by multiple threads.
 *
 * <p>A future completes with the result, or exceptionally with the {@link DealsException} that the blocking call would
 * throw. Cancelling a future, or completing it from outside (for example with {@code orTimeout}), ends the HTTP
 * exchange and all further retries; a write that was cancelled may have been applied. If an argument is null or the
 * client is closed, the method throws instead of returning a future.
 *
 * <p>A client runs at most 32 exchanges at a time, or as many per host as your own HTTP client allows if that number is
 * higher. Each exchange uses a daemon thread of the SDK while it lasts. Further calls are queued, and their time in the
 * queue counts towards {@code deals.call-timeout}. A call that waits for a retry or a token occupies no thread.
 * Functions that are chained to a future run on the thread that completed it: run blocking or slow functions elsewhere,
 * with {@code thenApplyAsync} and similar methods.
 */
public interface AsyncDealsClient {

    /**
     * Creates a deal, as {@link DealsClient#create(NewDeal)} does.
     *
     * @param deal the deal to create
     * @return a future of the deal in its resulting state at the vendor
     */
    CompletableFuture<Deal> create(NewDeal deal);

    /**
     * Fetches one deal, as {@link DealsClient#get(String)} does.
     *
     * @param dealId the vendor's id of the deal, as {@link Deal#id()} returns it
     * @return a future of the deal in its current state at the vendor
     */
    CompletableFuture<Deal> get(String dealId);

    /**
     * Changes some fields of a deal, as {@link DealsClient#update(String, DealUpdate)} does.
     *
     * @param dealId the vendor's id of the deal, as {@link Deal#id()} returns it
     * @param update the fields to set and the fields to clear
     * @return a future of the deal in its resulting state at the vendor
     */
    CompletableFuture<Deal> update(String dealId, DealUpdate update);

    /**
     * Deletes a deal, as {@link DealsClient#delete(String)} does.
     *
     * @param dealId the vendor's id of the deal, as {@link Deal#id()} returns it
     * @return a future that completes with null when the deal has been deleted
     */
    CompletableFuture<@Nullable Void> delete(String dealId);

    /**
     * Moves a deal to another stage, as {@link DealsClient#move(String, StageRef)} does.
     *
     * @param dealId the vendor's id of the deal, as {@link Deal#id()} returns it
     * @param stage the target stage
     * @return a future of the deal in its resulting state at the vendor
     */
    default CompletableFuture<Deal> move(String dealId, StageRef stage) {
        return move(dealId, Move.to(stage));
    }

    /**
     * Moves a deal to another stage, as {@link DealsClient#move(String, Move)} does.
     *
     * @param dealId the vendor's id of the deal, as {@link Deal#id()} returns it
     * @param move the target stage and an optional note
     * @return a future of the deal in its resulting state at the vendor
     */
    CompletableFuture<Deal> move(String dealId, Move move);

    /**
     * Closes a deal as won, as {@link DealsClient#win(String)} does.
     *
     * @param dealId the vendor's id of the deal, as {@link Deal#id()} returns it
     * @return a future of the deal in its resulting state at the vendor
     */
    default CompletableFuture<Deal> win(String dealId) {
        return win(dealId, Win.builder().build());
    }

    /**
     * Closes a deal as won, as {@link DealsClient#win(String, Win)} does.
     *
     * @param dealId the vendor's id of the deal, as {@link Deal#id()} returns it
     * @param win the final value, the reason and a note, as far as the vendor accepts them
     * @return a future of the deal in its resulting state at the vendor
     */
    CompletableFuture<Deal> win(String dealId, Win win);

    /**
     * Closes a deal as lost, as {@link DealsClient#lose(String, String)} does.
     *
     * @param dealId the vendor's id of the deal, as {@link Deal#id()} returns it
     * @param reason why the deal was lost; one of the vendor's reasons if the vendor has a list of them
     * @return a future of the deal in its resulting state at the vendor
     */
    default CompletableFuture<Deal> lose(String dealId, String reason) {
        return lose(dealId, Loss.of(reason));
    }

    /**
     * Closes a deal as lost, as {@link DealsClient#lose(String, Loss)} does.
     *
     * @param dealId the vendor's id of the deal, as {@link Deal#id()} returns it
     * @param loss the reason and an optional note
     * @return a future of the deal in its resulting state at the vendor
     */
    CompletableFuture<Deal> lose(String dealId, Loss loss);

    /**
     * Reopens a closed deal, as {@link DealsClient#reopen(String)} does.
     *
     * @param dealId the vendor's id of the deal, as {@link Deal#id()} returns it
     * @return a future of the deal in its resulting state at the vendor
     */
    default CompletableFuture<Deal> reopen(String dealId) {
        return reopen(dealId, Reopen.builder().build());
    }

    /**
     * Reopens a closed deal, as {@link DealsClient#reopen(String, Reopen)} does.
     *
     * @param dealId the vendor's id of the deal, as {@link Deal#id()} returns it
     * @param reopen the stage in which the deal continues and its new owners
     * @return a future of the deal in its resulting state at the vendor
     */
    CompletableFuture<Deal> reopen(String dealId, Reopen reopen);

    /**
     * Fetches one page of {@link DealsClient#list(DealQuery)}: the first page, or the page at the query's page token.
     * To fetch the next page, send the query again with the token of this page:
     *
     * <pre>{@code
     * DealQuery next = DealQuery.builder().from(query).pageToken(page.nextPageToken()).build();
     * }</pre>
     *
     * <p>Unlike {@link Paged}, separate pages are not compared with each other: a deal that shifts from one page to the
     * next is delivered again.
     *
     * @param query the filters, the order and the page to start at
     * @return a future of the page, with the token of the next page unless it is the last one
     */
    CompletableFuture<Page<Deal>> list(DealQuery query);

    /**
     * Fetches the stages of the account, as {@link DealsClient#stages()} does.
     *
     * @return a future of the stages in pipeline order
     */
    CompletableFuture<List<Stage>> stages();
}
