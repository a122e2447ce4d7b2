package dev.dealsdk.spi;

import java.util.Optional;

/**
 * A deal as a vendor sends it. The transport holds its id against that of {@link VendorRequest#about}, so that no caller ever
 * gets another deal than the one asked for.
 */
public interface VendorDeal {

    /** {@return the vendor's id of the deal; empty when the response holds none} */
    Optional<String> dealId();
}
