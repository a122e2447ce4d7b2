package dev.dealsdk.testkit.contract;

import dev.dealsdk.Capabilities;
import java.util.stream.Stream;

/**
 * One promise of a provider, and how it is tried.
 *
 * @param name as the report of the tests shows it
 * @param check fails if the promise is broken; runs on an account of its own
 */
record ContractCase(String name, Check check) {

    /** Tries one promise. */
    @FunctionalInterface
    interface Check {
        void on(ContractSession session) throws Exception;
    }

    /** The promises of one kind. */
    @FunctionalInterface
    interface Group {
        Stream<ContractCase> cases(Capabilities claims);

        /** Whether every request must be one the vendor documents. */
        default boolean keepsVendorContract() {
            return true;
        }
    }
}
