package dev.dealsdk.benchmarks.ours;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Page;
import dev.dealsdk.benchmarks.Contender;
import java.util.List;

/** What our two vendors have in common: everything but ids. */
abstract class Sdk implements Contender {
    private final DealsClient deals;

    Sdk(String provider, String url) {
        this.deals = DealsClient.connect(DealsConfig.builder()
                .provider(provider)
                .token("token")
                .baseUrl(url)
                .rateLimit("off")
                // Stora documents its move incompletely.
                .allowUnverified(true)
                .build());
    }

    DealsClient deals() {
        return deals;
    }

    /** The first page alone, as the others do: not whether there is another one. */
    @Override
    public List<Deal> list() {
        Page<Deal> page = deals.list(DealQuery.all()).pages().iterator().next();
        if (!page.problems().isEmpty()) {
            throw new IllegalStateException(page.problems().toString());
        }
        return page.items();
    }

    @Override
    public void close() {
        deals.close();
    }
}
