package dev.dealsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.DealsConfig;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Among many deals a few that the target does not take: too long, of the wrong type, with characters that it cannot store. */
class RefusedDealsTest {
    private static final int DEALS = 500;
    private static final String ROCKET = "\uD83D\uDE80";
    private static final String REFUSAL =
            "{\"error\":{\"type\":\"invalid_request\",\"message\":\"The name holds characters that cannot be stored\"}}";

    @TempDir
    private Path folder;

    private final Accounts accounts = new Accounts();

    @AfterEach
    void close() {
        accounts.close();
    }

    @Test
    void run_threeOfManyAreRefused_eachFailsWithItsReasonAndTheOthersAreCreated() throws Exception {
        String tooLong = plant();
        String wrongType = accounts.source()
                .addDeal(Map.of("name", "Typed", "value", 1, "custom_fields", Map.of("contract_type", 42)));
        String emoji = accounts.source().addDeal(Map.of("name", "To the moon " + ROCKET, "value", 1));
        String umlaut = accounts.source().addDeal(Map.of("name", "Größe 東京 עברית", "value", 1));
        try (Proxy proxy = new Proxy(accounts.target())) {
            // Inferred: Stora does not say which characters it takes.
            proxy.refuse(
                    request -> request.method().equals("POST") && request.body().contains("To the moon")
                            ? Optional.of(new Proxy.Response(422, REFUSAL))
                            : Optional.empty());
            Map<String, String> keys = proxy.config();
            keys.putAll(Accounts.targetKeys());
            Map<String, String> lines = new LinkedHashMap<>(Accounts.mappingLines("recreate"));
            lines.put("custom.contract_type", "custom:contract");
            Transfer transfer =
                    accounts.transfer(folder).to(DealsConfig.from(keys)).mapping(TransferMapping.of(lines));
            TransferPlan plan = transfer.plan();

            RunReport report = transfer.run();

            assertThat(plan.render()).contains(wrongType).contains(tooLong);
            assertThat(report.read()).isEqualTo(DEALS + 4);
            assertThat(report.created()).as(report.render()).isEqualTo(DEALS + 1);
            assertThat(report.failed()).isEqualTo(3);
            assertThat(report.stopped()).isEmpty();
            assertThat(report.isComplete()).isFalse();
            assertThat(report.issues().stream().map(issue -> issue.sourceId().orElse("")))
                    .containsExactlyInAnyOrder(tooLong, wrongType, emoji);
            List<String> failures = transfer.failures().lines().toList();
            assertThat(failures).hasSize(4).anyMatch(line -> line.contains(emoji) && line.contains("HTTP 422"));
            assertThat(String.join("", failures)).doesNotContain(ROCKET).doesNotContain("ccc");
            assertThat(accounts.atTarget())
                    .filteredOn(deal -> deal.name().orElse("").equals("Größe 東京 עברית"))
                    .hasSize(1);
            assertThat(transfer.crosswalk().targetOf(umlaut)).isPresent();
            VerifyReport proof = transfer.verify();
            assertThat(proof.equal()).as(proof.render()).isEqualTo(DEALS + 1);
            assertThat(proof.missing()).isEqualTo(3);
        }
    }

    private String plant() {
        for (int i = 0; i < DEALS; i++) {
            String unused = accounts.source()
                    .addDeal(Map.of(
                            "name", "Deal " + i, "value", 100 + i, "custom_fields", Map.of("contract_type", "annual")));
        }
        return accounts.source().addDeal(Map.of("name", "Too long", "value", 1, "company", "c".repeat(600)));
    }
}
