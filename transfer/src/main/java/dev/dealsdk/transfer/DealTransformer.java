package dev.dealsdk.transfer;

import dev.dealsdk.Deal;
import dev.dealsdk.NewDeal;
import java.util.Objects;
import java.util.Optional;

/**
 * Changes or skips single deals after the mapping was applied, for rules that a mapping file cannot express. Called from several
 * threads at once.
 */
@FunctionalInterface
public interface DealTransformer {

    /**
     * {@return the deal to create, or a reason to skip it} Must return the same result each time for the same source deal, since
     * plan, run and verify all call it.
     *
     * @param source the deal at the source
     * @param mapped the deal that the mapping makes of it, without fields that the target cannot store; its reference is set
     *     afterwards
     */
    Result transform(Deal source, NewDeal mapped);

    /**
     * The result of a transformation. Immutable.
     *
     * @param deal the deal to create; empty to skip it
     * @param reason why the deal is skipped; empty unless it is
     */
    record Result(Optional<NewDeal> deal, Optional<String> reason) {

        /** {@return a result with a deal to create} */
        public static Result of(NewDeal deal) {
            return new Result(Optional.of(deal), Optional.empty());
        }

        /**
         * {@return a result that skips the deal}
         *
         * @param reason the reason, for reports and the store; without personal data
         */
        public static Result skip(String reason) {
            return new Result(Optional.empty(), Optional.of(Objects.requireNonNull(reason, "reason")));
        }
    }
}
