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
 * One vendor's side of {@link dev.dealsdk.DealsClient}: each neutral operation, turned into the vendor's requests.
 *
 * <p>Every method blocks until its call is over, and throws a {@link dev.dealsdk.DealsException} when it fails.
 *
 * <p>A request arrives here only after it was checked against {@link DealsProvider#capabilities}: the operation is claimed,
 * no field, filter or order is set that is not, none that is required is missing, a deal id is not blank, and every {@link
 * dev.dealsdk.StageRef} holds an id. What is left is the vendor's own rules (forms of ids, lists of words); refuse with
 * {@link CallScope#invalid}. Operations that are not claimed need not be implemented. Thread-safe.
 */
public interface ProviderClient {

    /**
     * {@link dev.dealsdk.DealsClient#create}.
     *
     * @param call the call
     * @param deal with custom fields under the vendor's keys
     * @return the deal as the vendor has it then
     */
    default Deal create(CallScope call, NewDeal deal) {
        throw notImplemented(Operation.CREATE);
    }

    /**
     * {@link dev.dealsdk.DealsClient#get}.
     *
     * @param call the call
     * @param dealId not blank; its form is up to this provider
     * @return the deal as the vendor has it then
     */
    default Deal get(CallScope call, String dealId) {
        throw notImplemented(Operation.GET);
    }

    /**
     * {@link dev.dealsdk.DealsClient#update}.
     *
     * @param call the call
     * @param dealId not blank; its form is up to this provider
     * @param update changes something; with custom fields under the vendor's keys
     * @return the deal as the vendor has it then
     */
    default Deal update(CallScope call, String dealId, DealUpdate update) {
        throw notImplemented(Operation.UPDATE);
    }

    /**
     * {@link dev.dealsdk.DealsClient#delete}.
     *
     * @param call the call
     * @param dealId not blank; its form is up to this provider
     * @throws dev.dealsdk.DealNotFoundException if there is no such deal
     */
    default void delete(CallScope call, String dealId) {
        throw notImplemented(Operation.DELETE);
    }

    /**
     * {@link dev.dealsdk.DealsClient#move(String, Move)}.
     *
     * @param call the call
     * @param dealId not blank; its form is up to this provider
     * @param move holds the id of the stage
     * @return the deal as the vendor has it then
     */
    default Deal move(CallScope call, String dealId, Move move) {
        throw notImplemented(Operation.MOVE);
    }

    /**
     * {@link dev.dealsdk.DealsClient#win(String, Win)}.
     *
     * @param call the call
     * @param dealId not blank; its form is up to this provider
     * @param win holds claimed fields alone
     * @return the deal as the vendor has it then
     */
    default Deal win(CallScope call, String dealId, Win win) {
        throw notImplemented(Operation.WIN);
    }

    /**
     * {@link dev.dealsdk.DealsClient#lose(String, Loss)}.
     *
     * @param call the call
     * @param dealId not blank; its form is up to this provider
     * @param loss holds claimed fields alone, and a reason that is not blank where one is required
     * @return the deal as the vendor has it then
     */
    default Deal lose(CallScope call, String dealId, Loss loss) {
        throw notImplemented(Operation.LOSE);
    }

    /**
     * {@link dev.dealsdk.DealsClient#reopen(String, Reopen)}.
     *
     * @param call the call
     * @param dealId not blank; its form is up to this provider
     * @param reopen holds the id of the stage, if it names one
     * @return the deal as the vendor has it then
     */
    default Deal reopen(CallScope call, String dealId, Reopen reopen) {
        throw notImplemented(Operation.REOPEN);
    }

    /**
     * A transition and a change of fields in one request, for vendors that can do both at once. By default it is not possible, and
     * the SDK changes the fields by an update before the transition.
     *
     * @param call the call; its operation is the transition
     * @param dealId not blank; its form is up to this provider
     * @param stageId the stage of a move, and that of a reopening if it names one; empty for others
     * @param update changes something; with custom fields under the vendor's keys
     * @return the deal as the vendor has it then; empty if it is not possible, and nothing was sent
     */
    default Optional<Deal> transition(CallScope call, String dealId, Optional<String> stageId, DealUpdate update) {
        return Optional.empty();
    }

    /**
     * One page of {@link dev.dealsdk.DealsClient#list}. The page token of the query, and that of the page, are whatever
     * this provider needs to find the next page, as text; the SDK ties it to the query before a caller sees it.
     *
     * @param call the call
     * @param query holds a page token of this provider, unless it asks for the first page
     * @return the page, with a token unless it is the last one
     */
    default Page<Deal> list(CallScope call, DealQuery query) {
        throw notImplemented(Operation.LIST);
    }

    /**
     * Where the page after that of a query begins, without having read that page: so that a caller gets past a page that cannot
     * be read as a whole. Called after {@link #list} failed for the same query.
     *
     * @param call the call
     * @param query as {@link #list} got it
     * @return a page token of this provider; empty, by default, when only the page itself would tell
     */
    default Optional<String> cursorAfter(CallScope call, DealQuery query) {
        return Optional.empty();
    }

    /**
     * {@link dev.dealsdk.DealsClient#stages}.
     *
     * @param call the call
     * @return the stages in pipeline order
     */
    default List<Stage> stages(CallScope call) {
        throw notImplemented(Operation.LIST_STAGES);
    }

    /**
     * {@return the vendor's own API, for {@link dev.dealsdk.DealsClient#unwrap}; empty, by default, when there is none}
     *
     * @param calls what each of its requests belongs to: a call of its own, with its own deadline
     */
    default Optional<Object> api(CallScope calls) {
        return Optional.empty();
    }

    private IllegalStateException notImplemented(Operation operation) {
        return new IllegalStateException(getClass().getName() + " claims " + operation + " but does not implement it");
    }
}
