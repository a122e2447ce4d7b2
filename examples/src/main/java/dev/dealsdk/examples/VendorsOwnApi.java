package dev.dealsdk.examples;

import dev.dealsdk.DealQuery;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.spi.VendorRequest;
import dev.dealsdk.stora.StoraApi;
import dev.dealsdk.stora.StoraDeal;
import dev.dealsdk.testkit.StoraSimulator;
import java.util.Map;
import java.util.Optional;

/** What only one vendor has: its own typed API, and a raw request for what the SDK does not know, under the same rules. */
public final class VendorsOwnApi {
    private VendorsOwnApi() {}

    /** Reads a deal in the vendor's own words, and an endpoint as plain JSON. */
    public static void main(String[] args) {
        try (StoraSimulator vendor = StoraSimulator.start();
                DealsClient deals = DealsClient.connect(DealsConfig.from(vendor.config()))) {
            String id = deals.list(DealQuery.all()).iterator().next().id();

            StoraApi stora = deals.unwrap(StoraApi.class);
            StoraDeal deal =
                    stora.showDeal(id, "contact"); // inlines the contact, which the neutral API does not ask for
            System.out.println("note, as Stora calls it: " + deal.note().orElse("(none)"));

            // Authentication, retries, limits and exceptions are those of every other call.
            Optional<Object> json =
                    stora.send(VendorRequest.get("2025-09", "deals", id).query("expand[]", "contact"));
            if (json.orElseThrow() instanceof Map<?, ?> answer) {
                System.out.println("the same as JSON: " + answer.keySet());
            }
        }
    }
}
