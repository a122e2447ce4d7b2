package dev.dealsdk.play2sell;

import dev.dealsdk.DealsClient;
import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.contract.DealsClientContract;
import dev.dealsdk.testkit.contract.SampleValues;
import dev.dealsdk.testkit.contract.VendorAccount;

/** Everything that {@link Play2SellCapabilities} say, against the simulator. */
final class Play2SellContractTest extends DealsClientContract {
    private static final String UUID = "660e8400-e29b-41d4-a716-446655440077";

    @Override
    protected VendorAccount open() {
        return VendorAccount.of(Play2SellSimulator.start());
    }

    @Override
    protected void callOwnApi(DealsClient deals, String dealId) {
        deals.unwrap(Play2SellApi.class).getDeal(dealId);
    }

    @Override
    protected SampleValues samples() {
        return SampleValues.withIds(UUID).extra("priority", "high").extra("lead_id", UUID);
    }
}
