package dev.dealsdk.play2sell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.CallOptions;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Outcome;
import dev.dealsdk.UnsupportedByProviderException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the vendor's own API refuses, and how it fails. */
class Play2SellApiFailureTest extends OnSimulator {
    private final Play2SellApi api = deals.unwrap(Play2SellApi.class);

    @Test
    void closeDeal_lostWithoutReason_isRefusedBeforeAnythingIsSent() {
        for (Optional<String> reason : List.of(Optional.<String>empty(), Optional.of(" \t"))) {
            InvalidRequestException refused = catchThrowableOfType(
                    InvalidRequestException.class,
                    () -> api.closeDeal(
                            TECH_CORP,
                            Play2SellDealClose.builder()
                                    .result("lost")
                                    .lossReason(reason)
                                    .build()));

            assertThat(refused.fieldErrors())
                    .singleElement()
                    .satisfies(error -> assertThat(error.field()).isEqualTo("loss_reason"));
            assertThat(refused.outcome()).isEqualTo(Outcome.NOT_SENT);
        }
        assertThat(simulator.journal()).isEmpty();
    }

    @Test
    void ids_thatAreNoUuids_areRefusedBeforeAnythingIsSent() {
        for (String id : List.of("", "5", "..", "a/b", TECH_CORP + "?", TECH_CORP + "\n", "../stages")) {
            Play2SellDealClose won = Play2SellDealClose.builder().result("won").build();
            Play2SellDealUpdate renamed =
                    Play2SellDealUpdate.builder().name("New").build();

            assertRefused("id", () -> api.getDeal(id));
            assertRefused("id", () -> api.updateDeal(id, renamed));
            assertRefused("id", () -> api.deleteDeal(id));
            assertRefused("id", () -> api.moveDeal(id, NEGOTIATION, Optional.empty()));
            assertRefused("id", () -> api.closeDeal(id, won));
            assertRefused("stage_id", () -> api.moveDeal(TECH_CORP, id, Optional.empty()));
        }
        assertThat(simulator.journal()).isEmpty();
    }

    private static void assertRefused(String field, Runnable call) {
        InvalidRequestException refused = catchThrowableOfType(InvalidRequestException.class, call::run);

        assertThat(refused.fieldErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.field()).isEqualTo(field));
        assertThat(refused).hasMessageContaining("UUID").hasMessageContaining("play2sell");
        assertThat(refused.outcome()).isEqualTo(Outcome.NOT_SENT);
    }

    @Test
    void absentDeal_anyCall_isNotFound() {
        Play2SellDealClose won = Play2SellDealClose.builder().result("won").build();
        Play2SellDealUpdate renamed = Play2SellDealUpdate.builder().name("New").build();

        for (Runnable call : List.<Runnable>of(
                () -> api.getDeal(ABSENT),
                () -> api.updateDeal(ABSENT, renamed),
                () -> api.deleteDeal(ABSENT),
                () -> api.moveDeal(ABSENT, NEGOTIATION, Optional.empty()),
                () -> api.closeDeal(ABSENT, won))) {
            DealNotFoundException failure = catchThrowableOfType(DealNotFoundException.class, call::run);

            assertThat(failure.dealId()).contains(ABSENT);
            assertThat(failure.vendorCode()).contains("NOT_FOUND");
        }
    }

    @Test
    void unwrap_withAnIdempotencyKey_isRefused() {
        CallOptions options = CallOptions.builder().idempotencyKey("key-1").build();

        UnsupportedByProviderException refused = catchThrowableOfType(
                UnsupportedByProviderException.class, () -> deals.with(options).unwrap(Play2SellApi.class));

        assertThat(refused).hasMessageContaining("idempotencyKey").hasMessageContaining("leave it out");
    }

    @Test
    void unwrap_anotherType_namesTheOneThereIs() {
        UnsupportedByProviderException refused =
                catchThrowableOfType(UnsupportedByProviderException.class, () -> deals.unwrap(String.class));

        assertThat(refused).hasMessageContaining(Play2SellApi.class.getName());
    }
}
