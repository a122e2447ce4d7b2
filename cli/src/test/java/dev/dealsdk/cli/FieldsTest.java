package dev.dealsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.StoraSimulator;
import dev.dealsdk.testkit.VendorSimulator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every field and filter of the API, as an option and as JSON. */
class FieldsTest {
    private static final String DEAL = "880e8400-e29b-41d4-a716-446655440000";

    @TempDir
    Path folder;

    @Test
    void create_everyFieldTheVendorTakes_isSent() {
        try (VendorSimulator vendor = Play2SellSimulator.start()) {
            Run run = deals(
                    vendor,
                    "create",
                    "--name",
                    "x",
                    "--value",
                    "12.50",
                    "--stage",
                    "proposal",
                    "--tag",
                    "hot",
                    "--tag",
                    "new",
                    "--close-on",
                    "2026-05-01",
                    "--custom",
                    "region=\"EMEA\"");

            assertThat(run.exitCode()).as(run.toString()).isZero();
            assertThat(run.object())
                    .containsEntry("tags", List.of("hot", "new"))
                    .containsEntry("customFields", Map.of("region", "EMEA"))
                    .containsEntry("stageName", "Proposal")
                    .containsEntry("expectedCloseOn", "2026-05-01");
            vendor.requireContract();
        }
    }

    @Test
    void create_fieldsTheVendorLacks_areAllNamed() {
        try (VendorSimulator vendor = Play2SellSimulator.start()) {
            Run run = deals(
                    vendor,
                    "create",
                    "--name",
                    "x",
                    "--value",
                    "1",
                    "--currency",
                    "EUR",
                    "--period",
                    "monthly",
                    "--line-item",
                    "prod_1,quantity=2,unitPrice=49.90",
                    "--company-id",
                    "c");

            assertThat(run.exitCode()).isEqualTo(8);
            assertThat(run.error().get("message"))
                    .asString()
                    .contains("value.currency", "value.period", "lineItems", "company.id");
        }
    }

    @Test
    void create_jsonThatWasPrinted_makesTheSameDeal() throws IOException {
        try (VendorSimulator vendor = Play2SellSimulator.start()) {
            Path file = Files.writeString(folder.resolve("deal.json"), """
                    {"name": "Grüße", "value": {"amount": 12.5}, "stageName": "Proposal", "tags": ["a"],
                     "ownerIds": [], "lineItems": [], "customFields": {"n": 1, "list": [true, null]}, "extras": {}}
                    """);

            Run run = deals(vendor, "create", "--from-json", file.toString(), "--value", "13");

            assertThat(run.exitCode()).as(run.toString()).isZero();
            assertThat(run.object())
                    .containsEntry("name", "Grüße")
                    .containsEntry("value", Map.of("amount", new BigDecimal(13)))
                    .containsEntry("stageName", "Proposal")
                    .containsEntry("tags", List.of("a"));
        }
    }

    @Test
    void update_nullInADocumentOfStandardInput_clearsTheField() {
        try (VendorSimulator vendor = Play2SellSimulator.start()) {
            Run run = reading("{\"tags\":null,\"name\":\"new\"}", vendor, "update", DEAL, "--from-json", "-");

            assertThat(run.exitCode()).as(run.toString()).isZero();
            assertThat(run.object()).containsEntry("tags", List.of()).containsEntry("name", "new");
        }
    }

    @Test
    void create_documentWithSeveralFaults_tellsAllWithTheirPaths() {
        try (VendorSimulator vendor = Play2SellSimulator.start()) {
            Run run = reading(
                    "{\"nmae\":\"x\",\"id\":\"1\",\"createdAt\":\"2026-01-01T00:00:00Z\",\"contact\":{\"phone\":\"1\"},"
                            + "\"lineItems\":[{\"itemId\":\"i\",\"sku\":1}],\"tags\":\"hot\"}",
                    vendor,
                    "create",
                    "--from-json",
                    "-");

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.error().get("message"))
                    .asString()
                    .startsWith("--from-json -: ")
                    .contains(
                            "id: is set by the vendor; leave it out",
                            "createdAt: is set by the vendor; leave it out",
                            "nmae: there is no such field; there are name, value,",
                            "contact.phone: there is no such field; there are id, name, email",
                            "lineItems[0].sku: there is no such field",
                            "tags: ");
            assertThat(vendor.journal()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [1]             | not a JSON object
            {"name":"x"} {} | not a single JSON object: unexpected content
            {"name":        | not a single JSON object
            {"stage":"x"}   | stage: is changed by deals move
            {"value":{}}    | value
            """)
    void update_documentThatIsNoUpdate_isRefused(String document, String told) {
        try (VendorSimulator vendor = Play2SellSimulator.start()) {
            Run run = reading(document, vendor, "update", DEAL, "--from-json", "-");

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.error().get("message")).asString().contains(told);
        }
    }

    @Test
    void create_documentThatIsNotThere_isAUsageError() {
        try (VendorSimulator vendor = Play2SellSimulator.start()) {
            Run run = deals(
                    vendor, "create", "--from-json", folder.resolve("none.json").toString());

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.error().get("message")).asString().endsWith("none.json: file not found");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            create --name x --value 1 --period weekly       | "weekly" is not one of one-time, monthly, quarterly, annual
            create --name x --period annual                 | --period requires --value
            create --name x --line-item p,amount=2          | "amount=2" is not a detail of a line item
            create --name x --line-item p,quantity=many     | "many" is not a decimal number
            list --sort name                                | "name" is not one of value, value-descending
            list --min-value 2 --max-value 1                | minValue: 2 is greater than maxValue 1
            list --close-after 2026-02-02 --close-before 2026-01-01 | is after expectedCloseBefore
            list --page-size 0                              | "0" is not a number between 1
            win x --currency USD                            | --currency requires --final-value
            """)
    void option_thatCannotBe_isAUsageError(String line, String told) {
        try (VendorSimulator vendor = Play2SellSimulator.start()) {
            Run run = deals(vendor, line.split(" "));

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.error().get("message")).asString().contains(told);
            assertThat(vendor.journal()).isEmpty();
        }
    }

    @Test
    void list_everyFilter_isSentOrNamedAsUnsupported() {
        List<String> filters = List.of(
                "--team",
                "t",
                "--min-value",
                "1",
                "--max-value",
                "2",
                "--close-after",
                "2026-01-01",
                "--close-before",
                "2026-02-01",
                "--sort",
                "updated-at-descending");
        List<String> line = new ArrayList<>(List.of("list"));
        line.addAll(filters);
        try (VendorSimulator vendor = StoraSimulator.start()) {
            Run run = deals(vendor, line.toArray(String[]::new));

            assertThat(run.exitCode()).isEqualTo(8);
            assertThat(run.error().get("message"))
                    .asString()
                    .contains("teamId", "minValue", "maxValue", "expectedCloseAfter", "expectedCloseBefore");
        }
    }

    @Test
    void list_pageSize_isThatOfEachRequest() {
        try (VendorSimulator vendor = Play2SellSimulator.start()) {
            assertThat(deals(vendor, "list", "--page-size", "1").objects()).hasSize(2);
            assertThat(vendor.journal()).hasSizeGreaterThan(1);
        }
    }

    @Test
    void list_nothingFound_saysSoOnStandardErrorAlone() {
        try (VendorSimulator vendor = Play2SellSimulator.start()) {
            Run run = Run.deals(with(vendor, "list", "--status", "lost"));

            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).isEqualTo("deals: no deals found\n");
        }
    }

    @Test
    void list_vendorWhoseDealsHaveStageIdsAlone_showsNames() {
        try (VendorSimulator vendor = StoraSimulator.start()) {
            Run list = Run.deals(with(vendor, "list"));
            Run get = Run.deals(with(vendor, "get", "deal_127b3057d5df338e"));

            assertThat(list.lines().get(1)).startsWith("deal_127b3057d5df338e").contains(" first ");
            assertThat(get.out()).contains("first (dstg_127b3057d5df338e)");
        }
    }

    private Run deals(VendorSimulator vendor, String... args) {
        List<String> all = new ArrayList<>(List.of("--json"));
        all.addAll(List.of(args));
        return Run.deals(with(vendor, all.toArray(String[]::new)));
    }

    private Run reading(String input, VendorSimulator vendor, String... args) {
        InputStream standardInput = Objects.requireNonNull(System.in);
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return deals(vendor, args);
        } finally {
            System.setIn(standardInput);
        }
    }

    private static String[] with(VendorSimulator vendor, String... args) {
        List<String> all = new ArrayList<>();
        vendor.config().forEach((key, value) -> all.addAll(List.of("-D", key + "=" + value)));
        all.addAll(List.of(args));
        return all.toArray(String[]::new);
    }
}
