package dev.dealsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.DealsClient;
import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.junit.DealsSimulator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a program of yours is tested: against the vendor's simulator, over real HTTP, with the faults of a bad day. */
class DealImportTest {
    @RegisterExtension
    static final DealsSimulator vendor = DealsSimulator.play2sell();

    @Test
    void run_goodDay_createsEachDealOnce(DealsClient deals, Play2SellSimulator simulator) {
        int before = simulator.deals().size();

        assertThat(new DealImport(deals).run(List.of("One;1234.56", "Two;0.1"))).isEqualTo(2);

        assertThat(simulator.deals()).hasSize(before + 2);
    }

    @Test
    void run_answerLost_tellsTheLineAndMakesNoSecondDeal(DealsClient deals, Play2SellSimulator simulator) {
        int before = simulator.deals().size();
        simulator.inject(Fault.cutAfterProcessing().on("POST", "/v1/deals"));
        DealImport program = new DealImport(deals);

        assertThat(program.run(List.of("One;1", "Two;2"))).isEqualTo(1);

        assertThat(program.toLookAt()).containsExactly("One;1");
        assertThat(simulator.deals()).hasSize(before + 2);
    }
}
