package dev.dealsdk.examples;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.NewDeal;
import dev.dealsdk.StageRef;
import dev.dealsdk.portability.Portability;
import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.StoraSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A program moves from Play2Sell to Stora: what it uses is recorded, what is missing is told, bridged, and told again. */
public final class SwitchVendors {
    private static final int COLUMNS = 80;

    /** What the report before it asks for, and nothing else. */
    private static final Map<String, String> BRIDGES = Map.of(
            "deals.allow-unverified", "true",
            "deals.stages.qualification", "first",
            "deals.stages.negotiation", "second",
            "deals.keep.value", "custom:value",
            "deals.local-query", "filters");

    private SwitchVendors() {}

    /** Runs the program on simulators, first there and then here, with the reports in between. */
    public static void main(String[] args) throws IOException {
        Path usage = Files.createTempFile("usage", ".properties");
        try (Play2SellSimulator play2sell = Play2SellSimulator.start();
                StoraSimulator stora = StoraSimulator.start()) {
            DealsConfig today = config(play2sell.config(), Map.of("deals.usage-file", usage.toString()));
            program(today);

            DealsConfig plain = DealsConfig.from(stora.config());
            System.out.println(Portability.compare(today, plain).render(COLUMNS));

            DealsConfig bridged = config(stora.config(), BRIDGES);
            System.out.println(Portability.compare(today, bridged).render(COLUMNS));
            program(bridged);
        } finally {
            Files.delete(usage);
        }
    }

    private static void program(DealsConfig config) {
        try (DealsClient deals = DealsClient.connect(config)) {
            Deal deal = deals.create(NewDeal.builder()
                    .name("StartupXYZ - Pro Plan")
                    .value(DealValue.of("12000"))
                    .stage(StageRef.named("qualification"))
                    .build());
            deal = deals.move(deal.id(), StageRef.named("negotiation"));
            deal = deals.win(deal.id());
            System.out.println(deal.provider() + ": " + deal.name().orElse("(no name)") + " is " + deal.status());
            for (Deal open : deals.list(DealQuery.open())) {
                System.out.println(deal.provider() + ": " + open.name().orElse("(no name)") + " is open");
            }
        }
    }

    private static DealsConfig config(Map<String, String> account, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(account);
        settings.putAll(more);
        return DealsConfig.from(settings);
    }
}
