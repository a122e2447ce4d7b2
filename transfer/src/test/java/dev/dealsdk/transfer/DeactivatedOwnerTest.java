package dev.dealsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.NewDeal;
import dev.dealsdk.testkit.Play2SellSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The target takes an owner at first, and refuses deals of that owner later: with 400 and {@code VALIDATION_ERROR}, in the form of
 * the overview page. That Play2Sell does so for an owner who was deactivated is inferred; its documentation does not say it.
 */
class DeactivatedOwnerTest {
    private static final String STAYS = "660e8400-e29b-41d4-a716-4466554400a1";
    private static final String LEAVES = "660e8400-e29b-41d4-a716-4466554400b2";
    private static final String REFUSAL = """
            {"error":{"code":"VALIDATION_ERROR","message":"The 'assigned_to' field is not an active user",\
            "details":[{"field":"assigned_to","message":"is not an active user"}]},\
            "meta":{"request_id":"req_owner","timestamp":"2026-11-28T12:00:00Z"}}""";

    @TempDir
    private Path folder;

    @Test
    void run_ownerDeactivatedInTheMiddle_theDealsOfThatOwnerFailAndTheOthersGoOn() throws Exception {
        try (Play2SellSimulator source = Play2SellSimulator.start();
                Play2SellSimulator target = Play2SellSimulator.start();
                Proxy proxy = new Proxy(target)) {
            plant(source);
            int before = target.deals().size();
            AtomicInteger ofTheLeaver = new AtomicInteger();
            proxy.refuse(request -> request.method().equals("POST")
                            && request.body().contains(LEAVES)
                            && ofTheLeaver.incrementAndGet() > 4
                    ? java.util.Optional.of(new Proxy.Response(400, REFUSAL))
                    : java.util.Optional.empty());
            Map<String, String> to = proxy.config();
            to.put("deals.reference-field", "moved_from");
            Transfer transfer = Transfer.from(DealsConfig.from(source.config()))
                    .to(DealsConfig.from(to))
                    .store(folder.resolve("move.store"))
                    .options(TransferOptions.builder()
                            .settle(Duration.ofMillis(50))
                            .failureShare(0.9)
                            .build());

            RunReport report = transfer.mapping(mapping("same")).run();

            assertThat(report.created()).as(report.render()).isEqualTo(20 + 4);
            assertThat(report.failed()).isEqualTo(16);
            assertThat(report.stopped()).isEmpty();
            assertThat(report.isComplete()).isFalse();
            assertThat(report.issues()).hasSize(16).allSatisfy(issue -> {
                assertThat(issue.kind()).isEqualTo(TransferIssue.Kind.FAILED);
                assertThat(issue.reason()).contains("is not an active user");
            });
            assertThat(transfer.failures()).contains("refused (assigned_to)").contains("HTTP 400");
            // Somebody else takes them over.
            RunReport rest = transfer.mapping(mapping(STAYS))
                    .options(TransferOptions.builder()
                            .settle(Duration.ofMillis(50))
                            .acceptMapping(true)
                            .build())
                    .run();
            assertThat(rest.isComplete()).as(rest.render()).isTrue();
            assertThat(rest.created()).isEqualTo(16);
            assertThat(target.deals()).hasSize(before + 40);
        }
    }

    private static TransferMapping mapping(String leaver) {
        Map<String, String> lines = new LinkedHashMap<>(Map.of("closed", "skip", "stage.*", "-"));
        for (String line : List.of("extra.*", "custom.*", "field.win-probability")) {
            lines.put(line, "drop");
        }
        lines.put("owner." + STAYS, "same");
        lines.put("owner." + LEAVES, leaver);
        return TransferMapping.of(lines);
    }

    private static void plant(Play2SellSimulator source) {
        try (DealsClient client = DealsClient.connect(DealsConfig.from(source.config()))) {
            client.list(DealQuery.all()).stream().toList().forEach(deal -> client.delete(deal.id()));
            for (int i = 0; i < 40; i++) {
                Deal unused = client.create(NewDeal.builder()
                        .name("Deal " + i)
                        .value(DealValue.of("10"))
                        .addOwnerIds(i % 2 == 0 ? STAYS : LEAVES)
                        .build());
            }
        }
    }
}
