package dev.dealsdk.backside;

import dev.dealsdk.DealsClient;
import dev.dealsdk.testkit.BacksideSimulator;
import dev.dealsdk.testkit.contract.DealsClientContract;
import dev.dealsdk.testkit.contract.SampleValues;
import dev.dealsdk.testkit.contract.VendorAccount;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that {@link BacksideCapabilities} say, against the simulator. */
final class BacksideContractTest extends DealsClientContract {
    private static final String STAGES = "550e8400-e29b-41d4-a716-4466554400";
    private static final Map<String, String> CLOSING = Map.of(
            "deals.won-stage", STAGES + "03",
            "deals.lost-stage", STAGES + "12",
            "deals.open-stage", STAGES + "10");

    @Override
    protected VendorAccount open() {
        BacksideSimulator simulator = BacksideSimulator.start();
        return VendorAccount.of(simulator).planting(() -> simulator.addDeal(Map.of("name", "planted")));
    }

    @Override
    protected List<Map<String, String>> configurations() {
        Map<String, String> all = new HashMap<>(CLOSING);
        all.put("deals.allow-unverified", "true");
        return List.of(Map.of(), CLOSING, Map.of("deals.allow-unverified", "true"), all);
    }

    @Override
    protected void callOwnApi(DealsClient deals, String dealId) {
        deals.unwrap(BacksideApi.class).getDeal(dealId);
    }

    @Override
    protected SampleValues samples() {
        return SampleValues.withIds(STAGES + "11")
                .extra("confidence", new BigDecimal("60"))
                .extra("pipeline_id", STAGES + "01");
    }
}
