package dev.dealsdk.testkit.contract;

import dev.dealsdk.Capabilities;
import java.util.stream.Stream;

/**
 * One guarantee of a provider, and the check of it.
 *
 * @param name the name in the test report
 * @param check fails if the guarantee is violated; runs on an account of its own
 */
record ContractCase(String name, Check check) {

    /** Checks one guarantee. */
    @FunctionalInterface
    interface Check {
        void on(ContractSession session) throws Exception;
    }

    /** The guarantees of one kind. */
    @FunctionalInterface
    interface Group {
        Stream<ContractCase> cases(Capabilities claims);

        /** Returns true if every request must be one that the vendor documents. */
        default boolean keepsVendorContract() {
            return true;
        }
    }
}
