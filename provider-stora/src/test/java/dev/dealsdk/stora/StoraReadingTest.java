package dev.dealsdk.stora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Page;
import dev.dealsdk.Stage;
import dev.dealsdk.testkit.JournalEntry;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lists, stages and tokens, as a caller sees them. */
final class StoraReadingTest extends SimulatorTest {

    @Test
    void stages_always_areInPipelineOrder() {
        assertThat(deals.stages()).extracting(Stage::name).containsExactly("first", "second", "third");
        assertThat(deals.stages())
                .extracting(stage -> stage.position().orElse(0))
                .containsExactly(1, 2, 4);
    }

    @Test
    void list_manyPages_deliversAll() {
        IntStream.range(0, 5).forEach(i -> simulator.addDeal(Map.of("name", "deal " + i)));

        List<Deal> all =
                deals.list(DealQuery.builder().pageSize(3).build()).stream().toList();

        assertThat(all).hasSize(8);
        assertThat(simulator.journal())
                .extracting(entry -> entry.parameter("page").orElse("-"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void list_resumedWithAToken_goesOnThere() {
        DealQuery query = DealQuery.builder().pageSize(2).build();
        Page<Deal> first = deals.list(query).pages().iterator().next();

        List<Deal> rest = deals
                .list(DealQuery.builder()
                        .from(query)
                        .pageToken(first.nextPageToken())
                        .build())
                .stream()
                .toList();

        assertThat(first.total()).contains(3L);
        assertThat(rest).extracting(Deal::id).containsExactly(WON);
    }

    @Test
    void list_unreadableRecords_costThemselvesAlone() {
        simulator.addElement(null);
        simulator.addElement(Map.of("name", "no id"));

        Page<Deal> page = deals.list(DealQuery.all()).pages().iterator().next();

        assertThat(page.items()).hasSize(3);
        assertThat(page.problems())
                .extracting(problem -> problem.rawJson())
                .containsExactly("null", "{\"name\":\"no id\"}");
    }

    @Test
    void calls_withClientCredentials_askForTheScopesTheyNeed() {
        try (DealsClient client = DealsClient.connect(DealsConfig.builder()
                .provider("stora")
                .baseUrl(simulator.url())
                .oauthClient(simulator.clientId(), simulator.clientSecret())
                .oauthTokenUrl(simulator.tokenUrl())
                .build())) {
            client.stages();
            client.update(OPEN, DealUpdate.builder().name("Renamed").build());

            assertThat(client.get(OPEN).name()).contains("Renamed");
        }
        JournalEntry asked = simulator.journal().get(0);
        assertThat(asked.path()).isEqualTo("/oauth2/token");
        assertThat(Bodies.object(Bodies.tree(asked.body())).get("scope"))
                .isEqualTo("public.deal:read public.deal:write public.deal_stage:read");
        assertThat(simulator.tokenRequests()).isEqualTo(1);
    }
}
