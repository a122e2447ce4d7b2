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

/**
 * One vendor's side of {@link dev.dealsdk.DealsClient}: each neutral operation, turned into the vendor's calls.
 *
 * <p>A request arrives here only after it was checked against {@link DealsProvider#capabilities}: the operation is claimed,
 * no field, filter or order is set that is not, none that is required is missing, a deal id is not blank, and every {@link
 * dev.dealsdk.StageRef} holds an id. What is left is the vendor's own rules (forms of ids, lists of words); refuse with
 * {@link CallScope#invalid}. Operations that are not claimed need not be implemented. Thread-safe.
 */
public interface ProviderClient {

    /** This client bound to one call: its deadline, options and name in failures. Made for every call, so keep it light. */
    ProviderClient during(CallScope scope);

    default Deal create(NewDeal deal) {
        throw notImplemented(Operation.CREATE);
    }

    default Deal get(String dealId) {
        throw notImplemented(Operation.GET);
    }

    default Deal update(String dealId, DealUpdate update) {
        throw notImplemented(Operation.UPDATE);
    }

    default void delete(String dealId) {
        throw notImplemented(Operation.DELETE);
    }

    default Deal move(String dealId, Move move) {
        throw notImplemented(Operation.MOVE);
    }

    default Deal win(String dealId, Win win) {
        throw notImplemented(Operation.WIN);
    }

    default Deal lose(String dealId, Loss loss) {
        throw notImplemented(Operation.LOSE);
    }

    default Deal reopen(String dealId, Reopen reopen) {
        throw notImplemented(Operation.REOPEN);
    }

    /**
     * One page. The page token of the query, and that of the page, are whatever this provider needs to find the next page,
     * as text; the SDK ties it to the query before a caller sees it.
     */
    default Page<Deal> list(DealQuery query) {
        throw notImplemented(Operation.LIST);
    }

    default List<Stage> stages() {
        throw notImplemented(Operation.LIST_STAGES);
    }

    /**
     * The vendor's own API, for {@link dev.dealsdk.DealsClient#unwrap}; empty when there is none.
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
