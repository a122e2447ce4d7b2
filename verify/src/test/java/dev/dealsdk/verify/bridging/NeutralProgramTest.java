package dev.dealsdk.verify.bridging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.DealsClient;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.testkit.VendorSimulator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The same program on four vendors, with nothing but a file for each. */
class NeutralProgramTest {

    /** By vendor; the reason stands in docs/capabilities.md. */
    private static final Map<BridgedVendor, List<String>> REFUSED = Map.of(
            BridgedVendor.PLAY2SELL, List.of("clear an expected close", "reopen in a stage"),
            BridgedVendor.STORA, List.of("delete"),
            BridgedVendor.STARDEX, List.of("delete"),
            BridgedVendor.BACKSIDE, List.of());

    @Test
    void program_onEachVendor_worksByConfigurationAlone() {
        Map<BridgedVendor, List<String>> refused = new EnumMap<>(BridgedVendor.class);
        Map<String, String> failed = new TreeMap<>();
        for (BridgedVendor vendor : BridgedVendor.values()) {
            NeutralProgram program = new NeutralProgram(vendor.contactId());
            assertThat(program.rows()).hasSize(34);
            List<String> refusedHere = new ArrayList<>();
            try (VendorSimulator simulator = vendor.start();
                    DealsClient deals = vendor.connect(simulator, Map.of())) {
                program.rows().forEach((row, part) -> {
                    try {
                        part.accept(deals);
                    } catch (UnsupportedByProviderException unsupported) {
                        refusedHere.add(row);
                    } catch (RuntimeException | AssertionError wrong) {
                        failed.put(vendor + ": " + row, String.valueOf(wrong.getMessage()));
                    }
                });
                simulator.requireContract();
            }
            refused.put(vendor, refusedHere);
        }

        assertThat(failed).isEmpty();
        assertThat(refused).isEqualTo(REFUSED);
    }
}
