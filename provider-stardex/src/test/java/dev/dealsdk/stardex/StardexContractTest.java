package dev.dealsdk.stardex;

import dev.dealsdk.DealField;
import dev.dealsdk.DealsClient;
import dev.dealsdk.testkit.StardexSimulator;
import dev.dealsdk.testkit.contract.DealsClientContract;
import dev.dealsdk.testkit.contract.SampleValues;
import dev.dealsdk.testkit.contract.VendorAccount;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything that {@link StardexCapabilities} say, against the simulator. */
final class StardexContractTest extends DealsClientContract {
    private static final String ID = "5f0c2b1e-7a64-4f0e-9d3a-2b8c1d4e6f70";
    private static final String STATUSES = "ccc33333-dddd-eeee-ffff-00000000";
    private static final String STATUS = STATUSES + "2222";
    private static final Map<String, String> CLOSING = Map.of(
            "deals.won-stage", STATUSES + "4444",
            "deals.lost-stage", STATUSES + "5555",
            "deals.open-stage", STATUSES + "1111");

    @Override
    protected VendorAccount open() {
        StardexSimulator simulator = StardexSimulator.start();
        simulator.addStatus("Lost");
        simulator.addCustomField(ID, "contract_field", "string");
        return VendorAccount.of(simulator);
    }

    @Override
    protected List<Map<String, String>> configurations() {
        Map<String, String> all = new HashMap<>(CLOSING);
        all.put("deals.allow-unverified", "true");
        return List.of(Map.of(), CLOSING, all);
    }

    /** There is no call that gets a deal. */
    @Override
    protected void callOwnApi(DealsClient deals, String dealId) {
        deals.unwrap(StardexApi.class)
                .updateDeal(dealId, StardexDealUpdate.builder().name("Contract").build());
    }

    @Override
    protected SampleValues samples() {
        return searchExtras(SampleValues.withIds(ID)
                .field(DealField.STAGE, STATUS)
                .field(DealField.CUSTOM_FIELDS, Map.entry(ID, "contract value"))
                .extra("compensation", new BigDecimal("71"))
                .extra("compensation_currency_code", "USD")
                .extra("pricing_rate", new BigDecimal("21"))
                .extra("job_id", ID)
                .extra("job_ids", List.of(ID))
                .extra("referred_by", ID)
                .extra("client_linkedin_url", "https://www.linkedin.com/company/acme"));
    }

    private static SampleValues searchExtras(SampleValues values) {
        Map<String, Object> since = Map.of("start_date", "2026-01-01T00:00:00Z");
        return values.extra("sort_by", "created_at")
                .extra("sort_order", "asc")
                .extra("keywords", List.of("a"))
                .extra("deal_ids", List.of(ID))
                .extra("list_id", ID)
                .extra("deal_status_ids_included", List.of(STATUS))
                .extra("deal_status_ids_excluded", List.of(STATUS))
                .extra("owner_ids_included", List.of(ID))
                .extra("owner_ids_excluded", List.of(ID))
                .extra("show_open_deals_only", true)
                .extra("show_archived", true)
                .extra("closed_date_filter", since)
                .extra("open_date_filter", since)
                .extra("select_attribute_filters", List.of(Map.of("attribute_id", ID, "values", List.of(ID))))
                .extra("team_member_attribute_filters", List.of(Map.of("attribute_id", ID, "values", List.of(ID))))
                .extra("numeric_attribute_filters", List.of(Map.of("attribute_id", ID, "min", 1)))
                .extra(
                        "date_attribute_filters",
                        List.of(Map.of("attribute_id", ID, "start_date", "2026-01-01T00:00:00Z")));
    }
}
