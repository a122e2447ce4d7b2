package dev.dealsdk.examples;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Page;
import dev.dealsdk.testkit.Play2SellSimulator;
import java.util.Optional;

/** A long listing in portions: each run goes on where the one before stopped, also in another process. */
public final class ResumeListing {
    private ResumeListing() {}

    /** Reads five deals, two in each run. */
    public static void main(String[] args) {
        try (Play2SellSimulator vendor = Play2SellSimulator.start()) {
            DealsConfig config = DealsConfig.from(vendor.config());
            try (DealsClient deals = DealsClient.connect(config)) {
                for (int number = 1; number <= 5; number++) {
                    deals.create(NewDeal.builder()
                            .name("Deal " + number)
                            .value(DealValue.of("100"))
                            .build());
                }
            }
            Optional<String> bookmark = Optional.empty();
            do {
                bookmark = run(config, bookmark); // a program would keep it in a file or a table in between
            } while (bookmark.isPresent());
        }
    }

    /** One page, by a client of its own. */
    private static Optional<String> run(DealsConfig config, Optional<String> bookmark) {
        try (DealsClient deals = DealsClient.connect(config)) {
            // The token belongs to this query: with another one it is refused.
            DealQuery query =
                    DealQuery.builder().pageSize(2).pageToken(bookmark).build();
            Page<Deal> page = deals.list(query).pages().iterator().next();
            page.items().forEach(deal -> System.out.println(deal.name().orElse("(no name)")));
            page.problems().forEach(problem -> System.out.println("cannot be read: " + problem.rawJson()));
            System.out.println(page.nextPageToken().isPresent() ? "-- later more --" : "-- end --");
            return page.nextPageToken();
        }
    }
}
