package dev.dealsdk.verify.faults;

import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import dev.dealsdk.testkit.BacksideSimulator;
import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.StardexSimulator;
import dev.dealsdk.testkit.StoraSimulator;
import dev.dealsdk.testkit.VendorSimulator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A vendor to be tried under faults: how its simulator starts, what a client needs to know of it, and a stage to move to.
 *
 * @param target another stage than that of a new deal
 * @param closed what a deal that was won has instead of what a new one has
 */
record FaultyVendor(
        String name,
        Supplier<VendorSimulator> simulator,
        String target,
        Map<String, String> closed,
        Map<String, String> settings) {
    private static final String BACKSIDE = "550e8400-e29b-41d4-a716-4466554400";
    private static final String STARDEX = "ccc33333-dddd-eeee-ffff-00000000";

    static List<FaultyVendor> all() {
        return List.of(
                new FaultyVendor(
                        "play2sell",
                        Play2SellSimulator::start,
                        "990e8400-e29b-41d4-a716-446655440002",
                        Map.of("status", "won"),
                        Map.of()),
                new FaultyVendor(
                        "stora",
                        StoraSimulator::start,
                        "dstg_237b3057d5df338e",
                        Map.of("status", "won"),
                        Map.of("deals.allow-unverified", "true")),
                new FaultyVendor(
                        "stardex",
                        StardexSimulator::start,
                        STARDEX + "3333",
                        Map.of("deal_status_id", STARDEX + "4444"),
                        Map.of(
                                "deals.won-stage", STARDEX + "4444",
                                "deals.lost-stage", STARDEX + "5555",
                                "deals.open-stage", STARDEX + "1111")),
                new FaultyVendor(
                        "backside",
                        BacksideSimulator::start,
                        BACKSIDE + "11",
                        Map.of("stage_id", BACKSIDE + "03"),
                        Map.of(
                                "deals.allow-unverified", "true",
                                "deals.won-stage", BACKSIDE + "03",
                                "deals.lost-stage", BACKSIDE + "12",
                                "deals.open-stage", BACKSIDE + "10")));
    }

    DealsClient connect(VendorSimulator vendor) {
        // Shorter than the pause between two looks at a deal that may still be written: one look has to do.
        return connect(vendor, Map.of("deals.call-timeout", "190ms"));
    }

    DealsClient connect(VendorSimulator vendor, Map<String, String> more) {
        Map<String, String> config = new HashMap<>(vendor.config());
        config.putAll(settings);
        config.put("deals.max-retry-delay", "1ms");
        // Ten faults in a row are rare, but not in so many calls.
        config.put("deals.circuit", "off");
        config.putAll(more);
        return DealsClient.connect(DealsConfig.from(config));
    }

    /** A deal as it is before a write. */
    Map<String, String> before(Operation write) {
        Map<String, String> deal = new HashMap<>(write == Operation.REOPEN ? closed : Map.of());
        deal.put("name", "Under faults");
        return deal;
    }

    List<Operation> writes(DealsClient deals) {
        return List.of(
                        Operation.CREATE,
                        Operation.UPDATE,
                        Operation.DELETE,
                        Operation.MOVE,
                        Operation.WIN,
                        Operation.LOSE,
                        Operation.REOPEN)
                .stream()
                .filter(deals.capabilities()::supports)
                .toList();
    }
}
