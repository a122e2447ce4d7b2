package dev.dealsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The same program, byte for byte, runs on four vendors with the four files of the demo, and finds the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SameProgramTest {
    private static final List<String> VENDORS = TourStop.VENDORS;

    /** What the program finds, whoever the vendor is. */
    private static final Map<String, Object> EXPECTED = Map.ofEntries(
            Map.entry("list-stages", true),
            Map.entry("create.name", Optional.of("Tiny Ltd - Trial")),
            Map.entry("create.status", DealStatus.OPEN),
            Map.entry("create.value", Optional.of(new BigDecimal("1234.56"))),
            Map.entry("create.expectedCloseOn", Optional.of(LocalDate.of(2027, 5, 1))),
            Map.entry("create.tags", List.of("trial")),
            Map.entry("get.name", Optional.of("Tiny Ltd - Trial")),
            Map.entry("get.status", DealStatus.OPEN),
            Map.entry("get.value", Optional.of(new BigDecimal("1234.56"))),
            Map.entry("get.expectedCloseOn", Optional.of(LocalDate.of(2027, 5, 1))),
            Map.entry("get.tags", List.of("trial")),
            Map.entry("update.name", Optional.of("Renamed")),
            Map.entry("update.status", DealStatus.OPEN),
            Map.entry("update.value", Optional.of(new BigDecimal("1234.56"))),
            Map.entry("update.expectedCloseOn", Optional.of(LocalDate.of(2027, 5, 1))),
            Map.entry("update.tags", List.of("trial")),
            Map.entry("move", true),
            Map.entry("list", 1L),
            Map.entry("win", DealStatus.WON),
            Map.entry("win.get", DealStatus.WON),
            Map.entry("reopen", DealStatus.OPEN),
            Map.entry("lose", DealStatus.LOST),
            Map.entry("delete", "gone"));

    /** What no file can bridge. */
    private static final Map<String, List<String>> REFUSED = Map.of(
            "play2sell", List.of("reopen"),
            "stora", List.of("delete"),
            "stardex", List.of("delete"),
            "backside", List.of());

    private final Map<String, Run> runs = new TreeMap<>();

    private record Run(Map<String, Object> facts, Capabilities claims) {}

    @BeforeAll
    void runOnEveryVendor() {
        for (String vendor : VENDORS) {
            try (TourStop stop = TourStop.at(vendor)) {
                Map<String, Object> facts = DealLife.run(stop.file());
                try (DealsClient deals = DealsClient.connect(DealsConfig.load(stop.file()))) {
                    runs.put(vendor, new Run(facts, deals.capabilities()));
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("VENDORS")
    void program_onEachVendor_findsTheSame(String vendor) {
        Map<String, Object> expected = new TreeMap<>(EXPECTED);
        Objects.requireNonNull(REFUSED.get(vendor)).forEach(operation -> expected.put(operation, DealLife.REFUSED));

        assertThat(run(vendor).facts()).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @ParameterizedTest
    @FieldSource("VENDORS")
    void program_whatIsNotClaimed_isRefused(String vendor) {
        List<String> unclaimed = Arrays.stream(Operation.values())
                .filter(operation -> !run(vendor).claims().supports(operation))
                .map(Operation::key)
                .toList();

        assertThat(run(vendor).facts().entrySet())
                .filteredOn(fact -> fact.getValue().equals(DealLife.REFUSED))
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(unclaimed);
    }

    @Test
    void program_itself_namesNoVendor() throws IOException {
        try (InputStream in = DealLife.class.getResourceAsStream("DealLife.class")) {
            String code = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.ISO_8859_1);

            assertThat(code).doesNotContainIgnoringCase(VENDORS.toArray(String[]::new));
        }
    }

    private Run run(String vendor) {
        return Objects.requireNonNull(runs.get(vendor), vendor);
    }
}
