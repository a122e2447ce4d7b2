package dev.dealsdk.examples;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.StoraSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Several accounts in one file, here even of two vendors: one report over all of them. */
public final class SeveralAccounts {
    private SeveralAccounts() {}

    /** Prints the deals of each account. */
    public static void main(String[] args) throws IOException {
        try (Play2SellSimulator sales = Play2SellSimulator.start();
                StoraSimulator storage = StoraSimulator.start()) {
            Path file = Files.createTempFile("deals", ".properties");
            Files.write(
                    file,
                    List.of(
                            "deals.call-timeout=10s", // for both
                            "deals.connections.sales.provider=play2sell",
                            "deals.connections.sales.base-url=" + sales.url(),
                            "deals.connections.sales.token=" + sales.token(),
                            "deals.connections.storage.provider=stora",
                            "deals.connections.storage.base-url=" + storage.url(),
                            "deals.connections.storage.token=" + storage.token()));
            report(DealsConfig.load(file));
            Files.delete(file);
        }
    }

    private static void report(DealsConfig config) {
        for (String name : config.connections()) {
            try (DealsClient deals = DealsClient.connect(config.connection(name))) {
                for (Deal deal : deals.list(DealQuery.all())) {
                    System.out.println(name + ": " + deal.name().orElse("(no name)") + ", " + deal.status());
                }
            }
        }
    }
}
