package dev.dealsdk.verify.cost;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;

/** A program that reads all deals of an account and prints how many there are. */
public final class LongListing {
    private LongListing() {}

    /** Takes the address of the vendor. */
    public static void main(String[] args) {
        DealsConfig config = DealsConfig.builder()
                .provider("play2sell")
                .token("token")
                .baseUrl(args[0])
                .rateLimit("off")
                .build();
        long count = 0;
        try (DealsClient deals = DealsClient.connect(config)) {
            for (Deal deal : deals.list(DealQuery.all())) {
                count += deal.name().isPresent() ? 1 : 0;
            }
        }
        System.out.println(count);
    }
}
