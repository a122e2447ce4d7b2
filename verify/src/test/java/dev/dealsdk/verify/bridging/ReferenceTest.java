package dev.dealsdk.verify.bridging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealsdk.Deal;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.NewDeal;
import dev.dealsdk.RateLimit;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.testkit.VendorSimulator;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Deals are found by the reference they were created with, and the account's rate limit is what the vendor said last. */
class ReferenceTest {

    @ParameterizedTest
    @EnumSource
    void findByReference_onEachVendor_findsTheDealThatHasIt(BridgedVendor vendor) {
        String field = vendor == BridgedVendor.STARDEX ? "source" : "external_ref";
        try (VendorSimulator simulator = vendor.start();
                DealsClient deals = vendor.connect(simulator, Map.of("deals.reference-field", field))) {
            NewDeal.Builder first = NewDeal.builder();
            deals.create(first.name("Other").reference("a:1").build());
            NewDeal.Builder second = NewDeal.builder();
            String id =
                    deals.create(second.name("Wanted").reference("a:2").build()).id();

            assertThat(deals.findByReference("a:2").map(Deal::id)).hasValue(id);
            assertThat(deals.findByReference("a:3")).isEmpty();
            assertThatThrownBy(() -> deals.findByReference(" "))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("blank");
        }
    }

    @Test
    void findByReference_withoutAPlace_isRefusedBeforeAnythingIsSent() {
        try (VendorSimulator simulator = BridgedVendor.STORA.start();
                DealsClient deals = DealsClient.connect(DealsConfig.from(simulator.config()))) {
            assertThatThrownBy(() -> deals.findByReference("a:1"))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("deals.reference-field");
            assertThat(simulator.journal()).isEmpty();
        }
        try (VendorSimulator simulator = BridgedVendor.BACKSIDE.start();
                DealsClient deals = DealsClient.connect(DealsConfig.from(simulator.config()))) {
            assertThatThrownBy(() -> deals.findByReference("a:1")).isInstanceOf(UnsupportedByProviderException.class);
            assertThat(simulator.journal()).isEmpty();
        }
    }

    @Test
    void quota_beforeAndAfterAResponse_isWhatTheVendorSaid() {
        try (VendorSimulator simulator = BridgedVendor.PLAY2SELL.start();
                DealsClient deals = DealsClient.connect(DealsConfig.from(simulator.config()))) {
            assertThat(deals.quota()).isEqualTo(RateLimit.UNKNOWN);

            assertThat(deals.stages()).isNotEmpty();

            RateLimit said = deals.quota();
            assertThat(said.limit()).hasValue(100L);
            assertThat(said.remaining()).hasValue(99L);
            assertThat(said.reset())
                    .hasValueSatisfying(reset -> assertThat(reset)
                            .isBetween(
                                    Instant.now().minusSeconds(2), Instant.now().plusSeconds(62)));
        }
    }
}
