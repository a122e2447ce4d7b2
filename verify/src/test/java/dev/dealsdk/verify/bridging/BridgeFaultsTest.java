package dev.dealsdk.verify.bridging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealField;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.testkit.VendorSimulator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bridges that cannot hold are told before anything is sent, all at once. */
class BridgeFaultsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STORA    | deals.keep.tag=custom:tags                       | did you mean tags?",
                "STORA    | deals.keep.tags=tags                             | write custom:KEY",
                "STORA    | deals.keep.tags=value                            | only final-value",
                "STARDEX  | deals.keep.tags=custom:margin                    | is no alias of deals.fields.NAME",
                "STORA    | deals.keep.tags=extra:colour                     | it has note",
                "STORA    | deals.keep.tags=extra:starts_at                  | is no text field",
                "STORA    | deals.keep.tags=custom:a,deals.keep.note=custom:a| each field needs a place of its own",
                "STORA    | deals.keep.tags=custom:a,deals.drop=tags         | drops the same field",
                "STORA    | deals.default.tags=x                             | no vendor requires tags",
                "PLAY2SELL| deals.default.value=much                         | is not a plain decimal number",
                "STORA    | deals.drop=colour                                | is no field of a deal",
                "STORA    | deals.currency=euro                              | ISO 4217",
                "STORA    | deals.local-query=sorts                          | filters,sorts",
                "STORA    | deals.owners.a=staff_1,deals.owners.b=staff_1    | has the same target as",
                "STARDEX  | deals.won-stage=s-1,deals.lost-stage=s-1         | is the stage of",
                "BACKSIDE | deals.keep.tags=custom:a                         | deals.allow-unverified=true"
            })
    void connect_bridgeThatCannotHold_isRefusedWithTheLine(BridgedVendor vendor, String lines, String told) {
        try (VendorSimulator simulator = vendor.start()) {
            Map<String, String> config = new HashMap<>(simulator.config());
            for (String line : lines.split(",(?=deals)", -1)) {
                config.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
            }

            ConfigurationException refused = catchThrowableOfType(
                    ConfigurationException.class, () -> DealsClient.connect(DealsConfig.from(config)));

            assertThat(refused).as(lines).isNotNull();
            assertThat(String.join("\n", refused.problems())).contains(told);
            assertThat(simulator.journal()).isEmpty();
        }
    }

    @Test
    void connect_severalFaults_areToldAtOnce() {
        try (VendorSimulator simulator = BridgedVendor.STORA.start()) {
            Map<String, String> config = new HashMap<>(simulator.config());
            config.put("deals.keep.tags", "extra:colour");
            config.put("deals.default.note", "x");

            ConfigurationException refused = catchThrowableOfType(
                    ConfigurationException.class, () -> DealsClient.connect(DealsConfig.from(config)));

            assertThat(refused.problems()).hasSize(2);
        }
    }

    @Test
    void connect_keyThatTheVendorDoesNotNeed_isNoFault() {
        try (VendorSimulator simulator = BridgedVendor.PLAY2SELL.start()) {
            Map<String, String> config = new HashMap<>(simulator.config());
            config.putAll(Map.of("deals.keep.tags", "custom:tags", "deals.drop", "note", "deals.default.stage", "x"));
            try (DealsClient deals = DealsClient.connect(DealsConfig.from(config))) {
                assertThat(deals.capabilities().bridges().keySet())
                        .as("of the reopening alone")
                        .isSubsetOf(List.of(DealField.NOTE));
            }
        }
    }
}
