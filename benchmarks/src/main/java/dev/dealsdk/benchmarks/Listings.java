package dev.dealsdk.benchmarks;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Page;
import dev.dealsdk.benchmarks.server.ServerProcess;
import dev.dealsdk.benchmarks.server.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A listing of many pages whose reader takes as long for a page as the vendor: with and without the next page ahead. */
final class Listings {
    private static final int PAGES = 40;
    private static final int MILLIS_A_PAGE = 50;
    private static final double NANOS_PER_MILLI = 1_000_000;

    private Listings() {}

    static List<Result> of() throws InterruptedException {
        List<Result> results = new ArrayList<>();
        try (ServerProcess server = ServerProcess.start()) {
            String url = server.url(Shape.PLAY2SELL, PAGES, MILLIS_A_PAGE);
            // The first one warms up.
            for (boolean ahead : new boolean[] {true, false, true}) {
                System.err.println("running a listing of " + PAGES + " pages, next page ahead: " + ahead);
                double millis = read(url, ahead);
                results.add(new Result(
                        "listing of " + PAGES + " pages, " + MILLIS_A_PAGE + " ms for each side, "
                                + (ahead ? "next page ahead" : "page after page"),
                        Entrant.PLAY2SELL,
                        Map.of(Result.MILLIS, millis)));
            }
        }
        return results.subList(1, results.size());
    }

    private static double read(String url, boolean ahead) throws InterruptedException {
        DealsConfig config = DealsConfig.builder()
                .provider("play2sell")
                .token("token")
                .baseUrl(url)
                .rateLimit("off")
                .prefetchPages(ahead)
                .build();
        long start = System.nanoTime();
        try (DealsClient deals = DealsClient.connect(config)) {
            for (Page<Deal> page : deals.list(DealQuery.all()).pages()) {
                if (!page.items().isEmpty()) {
                    TimeUnit.MILLISECONDS.sleep(MILLIS_A_PAGE);
                }
            }
        }
        return (System.nanoTime() - start) / NANOS_PER_MILLI;
    }
}
