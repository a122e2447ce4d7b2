package dev.dealsdk.verify.bridging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.Deal;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsException;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Outcome;
import dev.dealsdk.StageRef;
import dev.dealsdk.Win;
import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.VendorSimulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Transitions that also write a kept field: what is claimed is what the vendor's journal says. */
class BridgedTransitionTest {
    private final VendorSimulator stora = BridgedVendor.STORA.start();
    private final DealsClient deals =
            BridgedVendor.STORA.connect(stora, Map.of("deals.max-attempts", "1", "deals.max-retry-delay", "1ms"));
    private final String id = created(deals);

    private static String created(DealsClient deals) {
        NewDeal.Builder deal = NewDeal.builder();
        return deals.create(
                        deal.name("Acme").stage(StageRef.named("qualification")).build())
                .id();
    }

    @AfterEach
    void close() {
        deals.close();
        stora.close();
    }

    private List<String> sent() {
        return stora.journal().stream()
                .filter(request -> !request.method().equals("GET"))
                .map(request -> request.method() + " " + request.path().replaceAll(".*" + id, ""))
                .toList();
    }

    private static final Loss LOSS =
            Loss.builder().reason("price").note("Sadly").build();

    @Test
    void lose_withANote_updatesBefore() {
        stora.clearJournal();

        Deal lost = deals.lose(id, LOSS);

        assertThat(lost.status()).isEqualTo(DealStatus.LOST);
        assertThat(lost.customFields()).containsEntry("last_note", "Sadly");
        assertThat(sent()).containsExactly("PATCH ", "POST /lose");
    }

    @Test
    void lose_updateRefused_movesNothing() {
        stora.clearJournal();
        stora.inject(Fault.status(422).on("PATCH", "/**"));

        DealsException failed = catchThrowableOfType(DealsException.class, () -> deals.lose(id, LOSS));

        assertThat(failed.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(sent()).containsExactly("PATCH ");
    }

    @Test
    void lose_updateLost_isUnknownAndMovesNothing() {
        stora.clearJournal();
        stora.inject(Fault.cutAfterProcessing().on("PATCH", "/**"));

        DealsException failed = catchThrowableOfType(DealsException.class, () -> deals.lose(id, LOSS));

        assertThat(failed.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(sent()).containsExactly("PATCH ");
        assertThat(deals.get(id).status()).isEqualTo(DealStatus.OPEN);
    }

    @Test
    void lose_transitionRefused_isRejectedAndTheNoteIsOnAnOpenDeal() {
        stora.inject(Fault.status(422).on("POST", "/**/lose"));

        DealsException failed = catchThrowableOfType(DealsException.class, () -> deals.lose(id, LOSS));

        assertThat(failed.outcome()).isEqualTo(Outcome.REJECTED);
        Deal deal = deals.get(id);
        assertThat(deal.status()).isEqualTo(DealStatus.OPEN);
        assertThat(deal.customFields()).containsEntry("last_note", "Sadly");
    }

    @Test
    void lose_transitionAppliedAndAnswerLost_isFoundDone() {
        stora.inject(Fault.cutAfterProcessing().on("POST", "/**/lose"));

        Deal lost = deals.lose(id, LOSS);

        assertThat(lost.status()).isEqualTo(DealStatus.LOST);
        assertThat(sent().stream().filter("POST /lose"::equals)).hasSize(1);
    }

    @Test
    void lose_notFoundInBetween_isTold() {
        stora.inject(Fault.status(404)
                .contentType("application/json")
                .body("{\"error\":{\"code\":\"not_found\",\"message\":\"gone\"}}")
                .on("POST", "/**/lose"));

        DealsException failed = catchThrowableOfType(DealsException.class, () -> deals.lose(id, LOSS));

        assertThat(failed.outcome()).isNotEqualTo(Outcome.NOT_SENT).isNotEqualTo(Outcome.APPLIED);
        assertThat(failed.dealId()).hasValue(id);
    }

    @Test
    void lose_deadlineInBetween_isUnknownSinceTheUpdateWasSent() {
        try (DealsClient hurried =
                BridgedVendor.STORA.connect(stora, Map.of("deals.call-timeout", "400ms", "deals.max-attempts", "1"))) {
            stora.clearJournal();
            stora.inject(Fault.delay(Duration.ofMillis(390)).on("PATCH", "/**"));
            stora.inject(Fault.delay(Duration.ofMillis(390)).on("POST", "/**/lose"));

            DealsException failed = catchThrowableOfType(DealsException.class, () -> hurried.lose(id, LOSS));

            assertThat(failed.outcome()).isEqualTo(Outcome.UNKNOWN);
        }
    }

    @Test
    void win_finalValueAsTheDealsValue_isKeptBefore() {
        Deal won = deals.win(
                id, Win.builder().finalValue(DealValue.of("99.5", "USD")).build());

        assertThat(won.status()).isEqualTo(DealStatus.WON);
        assertThat(won.value()).hasValue(DealValue.of("99.5", "USD"));
    }

    @Test
    void move_atStardex_isOneRequest() {
        try (VendorSimulator stardex = BridgedVendor.STARDEX.start();
                DealsClient there = BridgedVendor.STARDEX.connect(stardex, Map.of())) {
            String deal = created(there);
            stardex.clearJournal();

            Deal moved = there.move(
                    deal,
                    Move.builder()
                            .stage(StageRef.named("negotiation"))
                            .note("Called")
                            .build());

            assertThat(moved.stageAlias()).hasValue("negotiation");
            assertThat(moved.customFields()).containsValue("Called");
            assertThat(stardex.journal().stream()
                            .filter(request -> request.method().equals("PATCH")))
                    .hasSize(1);
        }
    }

    @Test
    void lose_ofNoSuchDeal_movesNothing() {
        DealsException failed =
                catchThrowableOfType(DealsException.class, () -> deals.lose("deal_0000000000000000", LOSS));

        assertThat(failed).isInstanceOf(DealNotFoundException.class);
        assertThat(failed.outcome()).isEqualTo(Outcome.REJECTED);
    }
}
