package dev.dealsdk.backside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dealsdk.ConflictException;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealsClient;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.spi.VendorRequest;
import dev.dealsdk.testkit.BacksideSimulator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The vendor's own API against the simulator, whose contract must never be breached. */
final class BacksideApiTest {
    private static final String DEAL = BacksideServer.DEAL;
    private static final String STRANGER = "11111111-2222-3333-4444-555555555555";

    private final BacksideSimulator simulator = BacksideSimulator.start();
    private final DealsClient deals = BacksideServer.connect(simulator, Map.of());

    @AfterEach
    void keepsTheContract() {
        deals.close();
        simulator.close();
        assertThat(simulator.contractViolations()).isEmpty();
    }

    @Test
    void list_inPages_goesOnByHandOnceTheParameterIsKnown() {
        simulator.listInPagesOf(1);
        List<String> delivered = new ArrayList<>();

        assertThatExceptionOfType(UnsupportedByProviderException.class)
                .isThrownBy(() -> deals.list(DealQuery.all()).forEach(deal -> delivered.add(deal.id())))
                .withMessageContaining("there are more deals");
        String cursor = api().listDeals(BacksideDealQuery.builder().build())
                .nextCursor()
                .orElseThrow();
        Object rest = api().send(VendorRequest.get("api", "v1", "deals").query("cursor", cursor))
                .orElseThrow();

        assertThat(delivered).containsExactly(DEAL);
        assertThat(String.valueOf(rest)).contains("(duplicate)").contains("has_more=false");
    }

    @Test
    void dealContacts_addedOne_isListedAndReadWithTheDeal() {
        BacksideDealContact added = api().addDealContact(
                        DEAL,
                        BacksideDealContactCreate.builder()
                                .contactId(STRANGER)
                                .introducedBy(BacksideServer.CONTACT)
                                .isPrimary(false)
                                .role("Käufer")
                                .build());

        assertThat(added.role()).contains("Käufer");
        assertThat(api().listDealContacts(DEAL)).hasSize(2).contains(added);
        assertThat(api().getDeal(DEAL).contacts()).contains(added);
    }

    @Test
    void dealContacts_addedTwice_isAConflict() {
        api().addDealContact(DEAL, BacksideDealContactCreate.of(STRANGER));

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> api().addDealContact(DEAL, BacksideDealContactCreate.of(STRANGER)));
        assertThat(api().listDealContacts(DEAL)).hasSize(2);
    }

    @Test
    void getDealAsOf_beforeAMove_isTheDealThen() {
        Instant then = Instant.parse("2026-05-01T00:00:00Z");
        deals.win(DEAL);

        BacksideDeal past = api().getDealAsOf(DEAL, then, then.minusSeconds(1));

        assertThat(past.stageId()).contains(stage("Proposal"));
        assertThat(past.temporal()).isPresent().get().satisfies(temporal -> {
            assertThat(temporal.asOf()).contains(then);
            assertThat(temporal.validAt()).contains(then.minusSeconds(1));
            assertThat(temporal.sysTo()).isPresent();
        });
        assertThat(api().listDeals(BacksideDealQuery.builder()
                                .stageId(stage("Proposal"))
                                .asOf(then)
                                .build())
                        .data())
                .extracting(BacksideDeal::id)
                .containsExactly(DEAL);
    }

    @Test
    void getDealAsOf_beforeTheCutoff_isGone() {
        simulator.forgetHistoryBefore(Instant.parse("2026-06-01T00:00:00Z"));

        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> api().getDealAsOf(DEAL, Instant.parse("2026-05-01T00:00:00Z")))
                .satisfies(failure -> assertThat(failure.httpStatus()).contains(410));
    }

    @Test
    void send_documentedEndpointOfAnotherKind_isAnswered() {
        assertThat(api().send(VendorRequest.get("api", "v1", "tenant")))
                .get()
                .asString()
                .contains("name=My Company");
    }

    private BacksideApi api() {
        return deals.unwrap(BacksideApi.class);
    }

    private String stage(String name) {
        return BacksideServer.stage(simulator, name);
    }
}
