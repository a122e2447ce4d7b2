package dev.dealsdk.transfer;

import dev.dealsdk.Deal;
import dev.dealsdk.NewDeal;
import java.util.Objects;
import java.util.Optional;

/** A hook between the mapping and the target, for what a file cannot say. Used by several threads at once. */
@FunctionalInterface
public interface DealTransformer {

    /**
     * {@return the deal to create, or a reason to leave it out} The same source deal must give the same result each time: it is asked
     * in {@code plan}, {@code run} and {@code verify} alike.
     *
     * @param source the deal as the source has it
     * @param mapped what the mapping makes of it; fields that the target cannot take are left out already. Its reference is set
     *     afterwards
     */
    Result transform(Deal source, NewDeal mapped);

    /**
     * What becomes of one deal.
     *
     * @param deal what to create; empty to leave it out
     * @param reason why it is left out; empty unless it is
     */
    record Result(Optional<NewDeal> deal, Optional<String> reason) {

        /** {@return a deal to create} */
        public static Result of(NewDeal deal) {
            return new Result(Optional.of(deal), Optional.empty());
        }

        /**
         * {@return a deal to leave out}
         *
         * @param reason why, for reports and the store; without names of people
         */
        public static Result skip(String reason) {
            return new Result(Optional.empty(), Optional.of(Objects.requireNonNull(reason, "reason")));
        }
    }
}
