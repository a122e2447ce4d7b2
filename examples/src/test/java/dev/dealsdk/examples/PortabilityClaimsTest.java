package dev.dealsdk.examples;

import static dev.dealsdk.examples.Comparisons.capabilities;
import static dev.dealsdk.examples.Comparisons.config;
import static dev.dealsdk.examples.Comparisons.finding;
import static dev.dealsdk.examples.Comparisons.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealField;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealSort;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import dev.dealsdk.portability.Portability;
import dev.dealsdk.portability.PortabilityFinding;
import dev.dealsdk.portability.PortabilityReport;
import dev.dealsdk.portability.PortabilityVerdict;
import dev.dealsdk.portability.Requirement;
import dev.dealsdk.portability.RequirementKind;
import dev.dealsdk.portability.Requirements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** That a report refuses what the four vendors do not claim, and nothing else. */
final class PortabilityClaimsTest {
    private static final List<String> VENDORS = TourStop.VENDORS;
    private static final Map<String, String> CLOSING_BY_MOVING =
            Map.of("deals.won-stage", "s-won", "deals.lost-stage", "s-lost", "deals.open-stage", "s-open");

    private record Move(String from, String to) {}

    static Stream<Move> moves() {
        return VENDORS.stream().flatMap(from -> VENDORS.stream().map(to -> new Move(from, to)));
    }

    @ParameterizedTest
    @MethodSource("moves")
    void compare_everyOperation_isRefusedWhereItIsNotOffered(Move move) {
        PortabilityReport report = Portability.compare(
                config(move.from()),
                config(move.to()),
                Requirements.of(Stream.of(Operation.values())
                        .map(Requirement::operation)
                        .toArray(Requirement[]::new)));

        Capabilities target = capabilities(config(move.to()));
        for (Operation operation : Operation.values()) {
            assertThat(finding(report, operation.key()).verdict() != PortabilityVerdict.REFUSED)
                    .as("%s at %s", operation, move.to())
                    .isEqualTo(target.supports(operation));
        }
    }

    @ParameterizedTest
    @MethodSource("moves")
    void compare_everyFieldFilterAndOrderUsed_isRefusedWhereItIsNotTaken(Move move) {
        DealsConfig to = config(move.to(), "deals.allow-unverified", "true");
        Capabilities target = capabilities(to);

        PortabilityReport report = Portability.compare(config(move.from()), to, recorded(everything()));

        for (Operation operation : Operation.values()) {
            for (DealField field : DealField.values()) {
                if (target.supports(operation)) {
                    assertThat(isTaken(report, operation.key() + ": " + field.key()))
                            .as("%s of %s", field, operation)
                            .isEqualTo(target.writableFields(operation).contains(field));
                }
            }
        }
        for (DealFilter filter : DealFilter.values()) {
            assertThat(isTaken(report, "filter " + filter.key()))
                    .as("%s", filter)
                    .isEqualTo(target.filters().contains(filter));
        }
        for (DealSort sort : DealSort.values()) {
            assertThat(isTaken(report, "order " + Requirement.sort(sort).name()))
                    .as("%s", sort)
                    .isEqualTo(target.sorts().contains(sort));
        }
    }

    @ParameterizedTest
    @FieldSource("VENDORS")
    void compare_withItself_isTheSame(String vendor) {
        Map<String, String> settings = new HashMap<>(CLOSING_BY_MOVING);
        settings.putAll(Map.of(
                "deals.provider", vendor,
                "deals.allow-unverified", "true",
                "deals.stages.talks", "s1",
                "deals.fields.margin", "f1"));
        DealsConfig config = DealsConfig.from(settings);

        PortabilityReport report = Portability.compare(config, config, recorded(usable(vendor, capabilities(config))));

        assertThat(report.findings())
                .isNotEmpty()
                .allSatisfy(finding ->
                        assertThat(finding.verdict()).as("%s", finding).isEqualTo(PortabilityVerdict.SAME));
        assertThat(report.isPortable()).isTrue();
        assertThat(Portability.compare(config, config).findings())
                .as("declared alone")
                .extracting(PortabilityFinding::verdict)
                .containsOnly(PortabilityVerdict.SAME);
    }

    /** With the same values or with others; all else would have to be refused. */
    private static boolean isTaken(PortabilityReport report, String subject) {
        PortabilityVerdict verdict = finding(report, subject).verdict();
        assertThat(verdict)
                .as(subject)
                .isIn(PortabilityVerdict.SAME, PortabilityVerdict.VALUES_DIFFER, PortabilityVerdict.REFUSED);
        return verdict != PortabilityVerdict.REFUSED;
    }

    private static List<Requirement> everything() {
        List<Requirement> all = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            all.add(Requirement.operation(operation));
            for (DealField field : DealField.values()) {
                all.add(Requirement.field(operation, field));
            }
        }
        Stream.of(DealFilter.values()).map(Requirement::filter).forEach(all::add);
        Stream.of(DealSort.values()).map(Requirement::sort).forEach(all::add);
        return all;
    }

    /** All of it that the vendor takes. */
    private static List<Requirement> usable(String vendor, Capabilities can) {
        Set<Requirement> all = new LinkedHashSet<>();
        for (Operation operation : Operation.values()) {
            if (can.supports(operation)) {
                all.add(Requirement.operation(operation));
                can.writableFields(operation).forEach(field -> all.add(Requirement.field(operation, field)));
                can.extras(operation)
                        .forEach(name -> all.add(new Requirement(RequirementKind.EXTRA, operation.key() + "." + name)));
                if (can.takesIdempotencyKey(operation)) {
                    all.add(new Requirement(RequirementKind.IDEMPOTENCY_KEY, operation.key()));
                }
            }
        }
        if (can.supports(Operation.LIST)) {
            can.filters().stream().map(Requirement::filter).forEach(all::add);
            can.sorts().stream().map(Requirement::sort).forEach(all::add);
        }
        can.clearableFields().forEach(field -> all.add(new Requirement(RequirementKind.CLEARED_FIELD, field.key())));
        all.add(Requirement.stage("talks"));
        all.add(new Requirement(RequirementKind.STAGE_ID, "any"));
        if (can.writableFields(Operation.UPDATE).contains(DealField.CUSTOM_FIELDS)) {
            all.add(Requirement.customField("margin"));
            all.add(Requirement.customField("key_of_" + vendor));
        }
        all.add(new Requirement(RequirementKind.VENDOR_API, "Api"));
        return List.copyOf(all);
    }
}
