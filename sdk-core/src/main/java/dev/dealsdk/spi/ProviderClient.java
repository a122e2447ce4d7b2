package dev.dealsdk.spi;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.Page;
import dev.dealsdk.Reopen;
import dev.dealsdk.Stage;
import dev.dealsdk.Win;
import java.util.List;
import java.util.Optional;

/**
 * The vendor side of {@link dev.dealsdk.DealsClient}: translates each neutral operation into requests to the vendor.
 *
 * <p>Every method blocks until the call has completed, and throws a {@link dev.dealsdk.DealsException} on failure.
 * Implementations must be safe for use by multiple threads.
 *
 * <p>The SDK checks each request against {@link DealsProvider#capabilities} first. The operation is supported; every
 * field, filter and order that is set is supported; no required field is missing; a deal id is not blank; and every
 * {@link dev.dealsdk.StageRef} holds an id. What remains are the vendor's own rules, such as formats of ids and lists
 * of words: refuse a violation with {@link CallScope#invalid}. Operations that are not supported need not be
 * implemented.
 */
public interface ProviderClient {

    /**
     * Implements {@link dev.dealsdk.DealsClient#create}.
     *
     * @param call the current call
     * @param deal the deal to create, with custom fields under the vendor's keys
     * @return the deal in its resulting state at the vendor
     */
    default Deal create(CallScope call, NewDeal deal) {
        throw notImplemented(Operation.CREATE);
    }

    /**
     * Implements {@link dev.dealsdk.DealsClient#get}.
     *
     * @param call the current call
     * @param dealId an id that is not blank; the provider checks its format
     * @return the deal in its current state at the vendor
     */
    default Deal get(CallScope call, String dealId) {
        throw notImplemented(Operation.GET);
    }

    /**
     * Implements {@link dev.dealsdk.DealsClient#update}.
     *
     * @param call the current call
     * @param dealId an id that is not blank; the provider checks its format
     * @param update an update that changes at least one field, with custom fields under the vendor's keys
     * @return the deal in its resulting state at the vendor
     */
    default Deal update(CallScope call, String dealId, DealUpdate update) {
        throw notImplemented(Operation.UPDATE);
    }

    /**
     * Implements {@link dev.dealsdk.DealsClient#delete}.
     *
     * @param call the current call
     * @param dealId an id that is not blank; the provider checks its format
     * @throws dev.dealsdk.DealNotFoundException if there is no such deal
     */
    default void delete(CallScope call, String dealId) {
        throw notImplemented(Operation.DELETE);
    }

    /**
     * Implements {@link dev.dealsdk.DealsClient#move(String, Move)}.
     *
     * @param call the current call
     * @param dealId an id that is not blank; the provider checks its format
     * @param move the move, which holds the id of the stage
     * @return the deal in its resulting state at the vendor
     */
    default Deal move(CallScope call, String dealId, Move move) {
        throw notImplemented(Operation.MOVE);
    }

    /**
     * Implements {@link dev.dealsdk.DealsClient#win(String, Win)}.
     *
     * @param call the current call
     * @param dealId an id that is not blank; the provider checks its format
     * @param win the win, in which only supported fields are set
     * @return the deal in its resulting state at the vendor
     */
    default Deal win(CallScope call, String dealId, Win win) {
        throw notImplemented(Operation.WIN);
    }

    /**
     * Implements {@link dev.dealsdk.DealsClient#lose(String, Loss)}.
     *
     * @param call the current call
     * @param dealId an id that is not blank; the provider checks its format
     * @param loss the loss, in which only supported fields are set, with a reason that is not blank if one is required
     * @return the deal in its resulting state at the vendor
     */
    default Deal lose(CallScope call, String dealId, Loss loss) {
        throw notImplemented(Operation.LOSE);
    }

    /**
     * Implements {@link dev.dealsdk.DealsClient#reopen(String, Reopen)}.
     *
     * @param call the current call
     * @param dealId an id that is not blank; the provider checks its format
     * @param reopen the reopening, which holds the id of the stage if it names one
     * @return the deal in its resulting state at the vendor
     */
    default Deal reopen(CallScope call, String dealId, Reopen reopen) {
        throw notImplemented(Operation.REOPEN);
    }

    /**
     * Performs a transition and changes fields in one request, for vendors that can do both at once. By default, this
     * is not possible, and the SDK updates the fields before the transition.
     *
     * @param call the current call; its operation is the transition
     * @param dealId an id that is not blank; the provider checks its format
     * @param stageId the stage of a move, or of a reopening that names one; empty otherwise
     * @param update an update that changes at least one field, with custom fields under the vendor's keys
     * @return the deal in its resulting state at the vendor; empty if this is not possible, in which case nothing was
     *     sent
     */
    default Optional<Deal> transition(CallScope call, String dealId, Optional<String> stageId, DealUpdate update) {
        return Optional.empty();
    }

    /**
     * Fetches one page of {@link dev.dealsdk.DealsClient#list}. The page token of the query and of the page is any text
     * by which this provider finds the next page. The SDK binds it to the query before a caller sees it.
     *
     * @param call the current call
     * @param query the query, with a page token of this provider unless it requests the first page
     * @return the page, with a token unless it is the last one
     */
    default Page<Deal> list(CallScope call, DealQuery query) {
        throw notImplemented(Operation.LIST);
    }

    /**
     * Computes the position of the next page without reading the current one, so that a caller can skip an unreadable
     * page. Called after {@link #list} failed for the same query.
     *
     * @param call the current call
     * @param query the query that was passed to {@link #list}
     * @return a page token of this provider; empty, by default, if only the page itself contains the position of the
     *     next one
     */
    default Optional<String> cursorAfter(CallScope call, DealQuery query) {
        return Optional.empty();
    }

    /**
     * Implements {@link dev.dealsdk.DealsClient#stages}.
     *
     * @param call the current call
     * @return the stages in pipeline order
     */
    default List<Stage> stages(CallScope call) {
        throw notImplemented(Operation.LIST_STAGES);
    }

    /**
     * {@return the vendor's own API, for {@link dev.dealsdk.DealsClient#unwrap}; empty, by default, if there is none}
     *
     * @param calls the scope of its requests: each request is a call of its own, with its own deadline
     */
    default Optional<Object> api(CallScope calls) {
        return Optional.empty();
    }

    private IllegalStateException notImplemented(Operation operation) {
        return new IllegalStateException(getClass().getName() + " claims " + operation + " but does not implement it");
    }
}
