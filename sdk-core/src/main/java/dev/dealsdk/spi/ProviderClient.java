package dev.dealsdk.spi;

import dev.dealsdk.CallOptions;
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
import org.jspecify.annotations.Nullable;

/**
 * One vendor's side of {@link dev.dealsdk.DealsClient}: each neutral operation, turned into the vendor's calls.
 *
 * <p>Methods send nothing by themselves: each gives a {@link Call}, which is then made in the caller's thread or without one.
 *
 * <p>A request arrives here only after it was checked against {@link DealsProvider#capabilities}: the operation is claimed,
 * no field, filter or order is set that is not, none that is required is missing, a deal id is not blank, and every {@link
 * dev.dealsdk.StageRef} holds an id. What is left is the vendor's own rules (forms of ids, lists of words); refuse with
 * {@link CallScope#invalid}, at once or within the call. Operations that are not claimed need not be implemented. Thread-safe.
 */
public interface ProviderClient {

    /**
     * {@return this client bound to one call: its deadline, options and name in failures} Made for every call, so keep
     * it light.
     *
     * @param scope the call
     */
    ProviderClient during(CallScope scope);

    /**
     * {@link dev.dealsdk.DealsClient#create}.
     *
     * @param deal with custom fields under the vendor's keys
     * @return a call that gives the deal as the vendor has it then
     */
    default Call<Deal> create(NewDeal deal) {
        throw notImplemented(Operation.CREATE);
    }

    /**
     * {@link dev.dealsdk.DealsClient#get}.
     *
     * @param dealId not blank; its form is up to this provider
     * @return a call that gives the deal as the vendor has it then
     */
    default Call<Deal> get(String dealId) {
        throw notImplemented(Operation.GET);
    }

    /**
     * {@link dev.dealsdk.DealsClient#update}.
     *
     * @param dealId not blank; its form is up to this provider
     * @param update changes something; with custom fields under the vendor's keys
     * @return a call that gives the deal as the vendor has it then
     */
    default Call<Deal> update(String dealId, DealUpdate update) {
        throw notImplemented(Operation.UPDATE);
    }

    /**
     * {@link dev.dealsdk.DealsClient#delete}.
     *
     * @param dealId not blank; its form is up to this provider
     * @return a call that gives nothing, and fails if there is no such deal
     */
    default Call<@Nullable Void> delete(String dealId) {
        throw notImplemented(Operation.DELETE);
    }

    /**
     * {@link dev.dealsdk.DealsClient#move(String, Move)}.
     *
     * @param dealId not blank; its form is up to this provider
     * @param move holds the id of the stage
     * @return a call that gives the deal as the vendor has it then
     */
    default Call<Deal> move(String dealId, Move move) {
        throw notImplemented(Operation.MOVE);
    }

    /**
     * {@link dev.dealsdk.DealsClient#win(String, Win)}.
     *
     * @param dealId not blank; its form is up to this provider
     * @param win holds claimed fields alone
     * @return a call that gives the deal as the vendor has it then
     */
    default Call<Deal> win(String dealId, Win win) {
        throw notImplemented(Operation.WIN);
    }

    /**
     * {@link dev.dealsdk.DealsClient#lose(String, Loss)}.
     *
     * @param dealId not blank; its form is up to this provider
     * @param loss holds claimed fields alone, and a reason that is not blank where one is required
     * @return a call that gives the deal as the vendor has it then
     */
    default Call<Deal> lose(String dealId, Loss loss) {
        throw notImplemented(Operation.LOSE);
    }

    /**
     * {@link dev.dealsdk.DealsClient#reopen(String, Reopen)}.
     *
     * @param dealId not blank; its form is up to this provider
     * @param reopen holds the id of the stage, if it names one
     * @return a call that gives the deal as the vendor has it then
     */
    default Call<Deal> reopen(String dealId, Reopen reopen) {
        throw notImplemented(Operation.REOPEN);
    }

    /**
     * One page of {@link dev.dealsdk.DealsClient#list}. The page token of the query, and that of the page, are whatever
     * this provider needs to find the next page, as text; the SDK ties it to the query before a caller sees it.
     *
     * @param query holds a page token of this provider, unless it asks for the first page
     * @return a call that gives the page, with a token unless it is the last one
     */
    default Call<Page<Deal>> list(DealQuery query) {
        throw notImplemented(Operation.LIST);
    }

    /**
     * {@link dev.dealsdk.DealsClient#stages}.
     *
     * @return a call that gives the stages in pipeline order
     */
    default Call<List<Stage>> stages() {
        throw notImplemented(Operation.LIST_STAGES);
    }

    /**
     * {@return the vendor's own API, for {@link dev.dealsdk.DealsClient#unwrap}; empty, by default, when there is none}
     *
     * @param options for every call of it
     */
    default Optional<Object> api(CallOptions options) {
        return Optional.empty();
    }

    private IllegalStateException notImplemented(Operation operation) {
        return new IllegalStateException(getClass().getName() + " claims " + operation + " but does not implement it");
    }
}
