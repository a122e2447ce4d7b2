package dev.dealsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealsdk.Deal;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.DealsException;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Outcome;
import dev.dealsdk.testkit.BacksideSimulator;
import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.JournalEntry;
import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.StardexSimulator;
import dev.dealsdk.testkit.StoraSimulator;
import dev.dealsdk.testkit.VendorSimulator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Writes after one that had no response, at every vendor. */
class SideTest {
    static Stream<Arguments> vendors() {
        return Stream.of(
                vendor("play2sell", Play2SellSimulator::start),
                vendor("stora", StoraSimulator::start),
                vendor("stardex", StardexSimulator::start),
                vendor("backside", BacksideSimulator::start));
    }

    private static Arguments vendor(String name, Supplier<VendorSimulator> start) {
        return Arguments.of(name, start);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vendors")
    void write_afterOneWithoutResponse_waitsForAReadAndIsSent(String name, Supplier<VendorSimulator> start) {
        try (VendorSimulator vendor = start.get()) {
            Map<String, String> keys = new LinkedHashMap<>(vendor.config());
            keys.put("deals.max-attempts", "1");
            keys.put("deals.allow-unverified", "true");
            keys.put("deals.default.value", "0");
            if (!name.equals("play2sell")) {
                keys.remove("deals.default.value");
            }
            try (Side side = new Side(
                    "target",
                    DealsConfig.from(keys),
                    TransferOptions.defaults(),
                    new TransferListener() {},
                    new StopSignal())) {
                int before = vendor.deals().size();
                vendor.inject(Fault.cutAfterProcessing().on("POST", "/**").times(1));
                assertThatThrownBy(() -> {
                            Deal unused = side.write(() -> side.client().create(named("first")));
                        })
                        .isInstanceOfSatisfying(
                                DealsException.class,
                                lost -> assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN));
                vendor.clearJournal();

                Deal second = side.write(() -> side.client().create(named("second")));
                Deal third = side.write(() -> side.client().create(named("third")));

                assertThat(second.id()).isNotEqualTo(third.id());
                assertThat(vendor.deals()).hasSize(before + 3);
                List<JournalEntry> requests = vendor.journal();
                assertThat(requests).hasSizeGreaterThanOrEqualTo(3);
                assertThat(requests.get(0).applied()).as("a read comes first").isFalse();
                assertThat(requests.stream().filter(JournalEntry::applied)).hasSize(2);
            }
        }
    }

    private static NewDeal named(String name) {
        return NewDeal.builder().name(name).build();
    }
}
