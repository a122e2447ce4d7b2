package dev.dealsdk.examples;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.NewDeal;
import dev.dealsdk.StageRef;
import dev.dealsdk.portability.Portability;
import dev.dealsdk.portability.Requirements;
import dev.dealsdk.testkit.Play2SellSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What another vendor would do with a program, told before it moves: here from Play2Sell to Stora and to Stardex. */
public final class SwitchVendors {
    private static final int COLUMNS = 100;

    private SwitchVendors() {}

    /** Runs a program on Play2Sell, and prints what would become of it elsewhere; nobody else is asked. */
    public static void main(String[] args) throws IOException {
        Path usage = Files.createTempFile("usage", ".properties");
        try (Play2SellSimulator vendor = Play2SellSimulator.start()) {
            Map<String, String> settings = new HashMap<>(vendor.config());
            settings.put("deals.usage-file", usage.toString());
            DealsConfig today = DealsConfig.from(settings);
            try (DealsClient deals = DealsClient.connect(today)) {
                program(deals);
            }
            System.out.println(Requirements.load(usage));

            DealsConfig stora = DealsConfig.from(Map.of("deals.provider", "stora"));
            System.out.println(Portability.compare(today, stora).render(COLUMNS));
            DealsConfig stardex = DealsConfig.from(Map.of("deals.provider", "stardex"));
            System.out.println(Portability.compare(today, stardex).render(COLUMNS));
        }
        Files.delete(usage);
    }

    private static void program(DealsClient deals) {
        Deal deal = deals.create(NewDeal.builder()
                .name("StartupXYZ - Pro Plan")
                .value(DealValue.of("12000"))
                .stage(StageRef.named("qualification"))
                .build());
        Deal moved = deals.move(deal.id(), StageRef.named("negotiation"));
        Deal won = deals.win(moved.id());
        System.out.println(won.name().orElse("(no name)") + ": " + won.status());
        deals.list(DealQuery.open()).forEach(open -> System.out.println(open.id() + " is open"));
    }
}
