package dev.dealsdk.spi;

import java.util.Optional;

/**
 * A deal as a vendor sends it. The transport compares its id with that of {@link VendorRequest#about}, so that a caller
 * never receives a deal other than the requested one.
 */
public interface VendorDeal {

    /** {@return the vendor's id of the deal; empty if the response contains none} */
    Optional<String> dealId();
}
