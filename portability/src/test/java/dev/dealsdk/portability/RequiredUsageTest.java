package dev.dealsdk.portability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.testkit.StoraSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deals.require-usage}: connecting with what a program was recorded to use. */
final class RequiredUsageTest {
    @TempDir
    private Path directory;

    @Test
    void connect_usageThatIsLacking_tellsAllOfItAtOnce() throws IOException {
        Path usage = usage(
                "operation.create=2",
                "field.create.name=2",
                "field.create.tags=1",
                "operation.move=1",
                "field.move.stage=1",
                "operation.list=1",
                "filter.status=1",
                "vendor-api.Play2SellApi=1",
                "operation.delete=1");

        refused(
                usage,
                Map.of("deals.require", "delete"),
                problems -> assertThat(problems)
                        .satisfiesExactlyInAnyOrder(
                                line -> assertThat(line).startsWith("map: deals.require: stora does not offer delete"),
                                line -> assertThat(line)
                                        .startsWith("map: deals.require-usage: delete is used, and stora refuses it: "),
                                line -> assertThat(line)
                                        .startsWith("map: deals.require-usage: move is used, and stora refuses it: off")
                                        .endsWith("; write deals.allow-unverified=true"),
                                line -> assertThat(line)
                                        .startsWith("map: deals.require-usage: create: tags is used, ")
                                        .endsWith("; write deals.keep.tags=custom:tags"),
                                line -> assertThat(line)
                                        .startsWith("map: deals.require-usage: filter status is used, ")
                                        .endsWith("; write deals.local-query=filters"),
                                line -> assertThat(line)
                                        .isEqualTo(
                                                "map: deals.require-usage: Play2SellApi is used, and stora refuses it: is an"
                                                        + " API of another vendor")));
    }

    @Test
    void connect_usageThatIsBridged_works() throws IOException {
        Path usage = usage(
                "operation.create=2",
                "field.create.tags=1",
                "operation.move=1",
                "field.move.stage=1",
                "stage.qualification=1",
                "operation.list=1",
                "filter.status=1",
                "vendor-api.StoraApi=1");

        try (StoraSimulator vendor = StoraSimulator.start()) {
            Map<String, String> settings = settings(vendor, usage);
            settings.putAll(Map.of(
                    "deals.allow-unverified", "true",
                    "deals.drop", "tags",
                    "deals.local-query", "filters"));

            try (DealsClient deals = DealsClient.connect(DealsConfig.from(settings))) {
                assertThat(deals.list(DealQuery.open()).stream())
                        .isNotEmpty()
                        .allSatisfy(deal -> assertThat(deal.status()).isEqualTo(DealStatus.OPEN));
            }
        }
    }

    @Test
    void connect_noSuchFile_isAFaultOfTheConfiguration() throws IOException {
        Path missing = directory.resolve("none.properties");
        Path broken = usage("operation.fly=1", "operation.get=often");

        refused(
                missing,
                Map.of(),
                problems -> assertThat(problems)
                        .singleElement()
                        .asString()
                        .startsWith("map: deals.require-usage: " + missing + ": there is no such file"));
        refused(
                broken,
                Map.of(),
                problems -> assertThat(problems)
                        .satisfiesExactlyInAnyOrder(
                                line -> assertThat(line)
                                        .startsWith("map: deals.require-usage: " + broken
                                                + ": operation.fly: is no requirement"),
                                line -> assertThat(line).contains("operation.get: is not a count")));
    }

    private static void refused(Path usage, Map<String, String> more, ThrowingConsumer<List<String>> problems) {
        try (StoraSimulator vendor = StoraSimulator.start()) {
            Map<String, String> settings = settings(vendor, usage);
            settings.putAll(more);

            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> DealsClient.connect(DealsConfig.from(settings)))
                    .satisfies(thrown -> problems.accept(thrown.problems()));
            assertThat(vendor.journal()).isEmpty();
        }
    }

    private static Map<String, String> settings(StoraSimulator vendor, Path usage) {
        Map<String, String> settings = new HashMap<>(vendor.config());
        settings.put("deals.require-usage", usage.toString());
        return settings;
    }

    private Path usage(String... lines) throws IOException {
        return Files.write(directory.resolve("usage.properties"), List.of(lines));
    }
}
