package dev.dealsdk.stora;

import dev.dealsdk.DealField;
import dev.dealsdk.DealsClient;
import dev.dealsdk.LineItem;
import dev.dealsdk.testkit.StoraSimulator;
import dev.dealsdk.testkit.contract.DealsClientContract;
import dev.dealsdk.testkit.contract.SampleValues;
import dev.dealsdk.testkit.contract.VendorAccount;
import java.util.Map;

/** Everything that {@link StoraCapabilities} say, against the simulator. */
final class StoraContractTest extends DealsClientContract {
    @Override
    protected VendorAccount open() {
        return VendorAccount.of(StoraSimulator.start());
    }

    @Override
    protected void callOwnApi(DealsClient deals, String dealId) {
        deals.unwrap(StoraApi.class).showDeal(dealId);
    }

    @Override
    protected SampleValues samples() {
        return SampleValues.withIds("con_1234567890abcdef")
                .field(DealField.OWNERS, "staff_947b3057d5df338e")
                .field(DealField.LOST_REASON, "price_concerns")
                .field(
                        DealField.LINE_ITEMS,
                        LineItem.builder()
                                .itemId("utype_f18fc91387cdf710")
                                .type("unit_type")
                                .build())
                .extra("note", "£50 per month")
                .extra("site", Map.of("id", "site_14b419f1096013f1"))
                .extra("starts_at", "2031-01-02T00:00:00Z");
    }
}
