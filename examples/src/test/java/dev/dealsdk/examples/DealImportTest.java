package dev.dealsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.Play2SellSimulator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a program of yours is tested: against the vendor's simulator, over real HTTP, with the faults of a bad day. */
class DealImportTest {
    private final Play2SellSimulator vendor = Play2SellSimulator.start();
    private final DealsClient deals = DealsClient.connect(DealsConfig.from(vendor.config()));
    private final DealImport program = new DealImport(deals);
    private final int before = vendor.deals().size();

    @AfterEach
    void stop() {
        deals.close();
        vendor.close();
    }

    @Test
    void run_goodDay_createsEachDealOnce() {
        assertThat(program.run(List.of("One;1234.56", "Two;0.1"))).isEqualTo(2);

        assertThat(vendor.deals()).hasSize(before + 2);
        vendor.requireContract();
    }

    @Test
    void run_answerLost_tellsTheLineAndMakesNoSecondDeal() {
        vendor.inject(Fault.cutAfterProcessing().on("POST", "/v1/deals"));

        assertThat(program.run(List.of("One;1", "Two;2"))).isEqualTo(1);

        assertThat(program.toLookAt()).containsExactly("One;1");
        assertThat(vendor.deals()).hasSize(before + 2);
    }
}
