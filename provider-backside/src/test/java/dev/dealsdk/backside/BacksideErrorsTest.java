package dev.dealsdk.backside;

import static dev.dealsdk.backside.BacksideServer.CONTACT;
import static dev.dealsdk.backside.BacksideServer.DEAL;
import static dev.dealsdk.backside.BacksideServer.PROPOSAL;
import static dev.dealsdk.backside.BacksideServer.TOKEN;
import static dev.dealsdk.backside.BacksideServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.AuthenticationException;
import dev.dealsdk.ConflictException;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsException;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.MalformedResponseException;
import dev.dealsdk.Outcome;
import dev.dealsdk.PermissionException;
import dev.dealsdk.RateLimitedException;
import dev.dealsdk.StageRef;
import dev.dealsdk.VendorUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals of the vendor, as the caller meets them. */
final class BacksideErrorsTest {

    @StartStop
    private final MockWebServer server = new MockWebServer();

    private DealsClient deals;

    @BeforeEach
    void connect() {
        // What the test has no answer for is not there, and nothing waits for it.
        QueueDispatcher answers = new QueueDispatcher();
        answers.setFailFast(true);
        server.setDispatcher(answers);
        deals = BacksideServer.connect(server, Map.of("deals.max-attempts", "1"));
    }

    @AfterEach
    void close() {
        deals.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "400, bad_request, dev.dealsdk.InvalidRequestException, REJECTED",
        "401, unauthorized, dev.dealsdk.AuthenticationException, REJECTED",
        "402, payment_required, dev.dealsdk.AuthenticationException, REJECTED",
        "403, forbidden, dev.dealsdk.PermissionException, REJECTED",
        "404, not_found, dev.dealsdk.DealNotFoundException, REJECTED",
        "409, conflict, dev.dealsdk.ConflictException, REJECTED",
        "410, gone, dev.dealsdk.InvalidRequestException, REJECTED",
        "429, rate_limited, dev.dealsdk.RateLimitedException, REJECTED",
        "500, internal_error, dev.dealsdk.VendorUnavailableException, UNKNOWN",
        "501, not_implemented, dev.dealsdk.VendorUnavailableException, REJECTED"
    })
    void move_refusedByTheVendor_saysWhatTheVendorSaid(
            int status, String code, Class<? extends DealsException> type, Outcome outcome) {
        server.enqueue(error(status, code, "Words of the vendor."));

        DealsException failure =
                catchThrowableOfType(DealsException.class, () -> deals.move(DEAL, StageRef.id(PROPOSAL)));

        assertThat(failure).isInstanceOf(type).hasMessageContaining("Words of the vendor.");
        assertThat(failure.httpStatus()).contains(status);
        assertThat(failure.vendorCode()).contains(code);
        assertThat(failure.outcome()).isEqualTo(outcome);
        assertThat(failure).hasMessageNotContaining(TOKEN);
    }

    @Test
    void get_withoutCredentialsOnTheWay_isAMatterOfCredentials() {
        server.enqueue(json(402, """
                {"error": {"code": "payment_required",
                  "message": "Authentication required. Provide a Bearer API key or x402 payment."},
                 "payment_options": {"x402": {"scheme": "exact"}}}
                """));

        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() -> deals.get(DEAL))
                .withMessageContaining("credentials")
                .withMessageContaining("Provide a Bearer API key");
    }

    @Test
    void get_scopeMissing_namesTheScopeInTheVendorsWords() {
        server.enqueue(error(403, "forbidden", "API key lacks the scope crm:read."));

        assertThatExceptionOfType(PermissionException.class)
                .isThrownBy(() -> deals.get(DEAL))
                .withMessageContaining("crm:read");
    }

    @Test
    void get_rateLimited_saysForHowLong() {
        server.enqueue(error(429, "rate_limited", "Slow down.")
                .newBuilder()
                .setHeader("Retry-After", "3600")
                .build());

        assertThatExceptionOfType(RateLimitedException.class)
                .isThrownBy(() -> deals.get(DEAL))
                .satisfies(failure -> assertThat(failure.retryAfter()).contains(Duration.ofHours(1)));
    }

    @Test
    void getDealAsOf_beforeTheCutoff_isRefused() {
        server.enqueue(error(410, "gone", "Before the retention cutoff."));

        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> deals.unwrap(BacksideApi.class).getDealAsOf(DEAL, Instant.EPOCH))
                .withMessageContaining("retention cutoff");
    }

    @Test
    void addDealContact_linkedAlready_isAConflict() {
        server.enqueue(error(409, "conflict", "Already associated."));

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() ->
                        deals.unwrap(BacksideApi.class).addDealContact(DEAL, BacksideDealContactCreate.of(CONTACT)))
                .withMessageContaining("Already associated.");
    }

    @Test
    void addDealContact_answerWithoutIds_wasAppliedAllTheSame() {
        server.enqueue(json(201, "{\"role\":\"buyer\"}"));

        assertThatExceptionOfType(MalformedResponseException.class)
                .isThrownBy(() ->
                        deals.unwrap(BacksideApi.class).addDealContact(DEAL, BacksideDealContactCreate.of(CONTACT)))
                .satisfies(failure -> assertThat(failure.outcome()).isEqualTo(Outcome.APPLIED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "7", "[{\"id\":\"a\"}]", "[7]", "null"})
    void listDealContacts_anythingButContacts_isMalformed(String answer) {
        server.enqueue(json(200, answer));

        assertThatExceptionOfType(MalformedResponseException.class)
                .isThrownBy(() -> deals.unwrap(BacksideApi.class).listDealContacts(DEAL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\":null}", "{\"id\":\" \"}", "{\"data\":{\"id\":\"a\"}}", "[]"})
    void get_anythingButADeal_isMalformed(String answer) {
        server.enqueue(json(200, answer));

        assertThatExceptionOfType(MalformedResponseException.class).isThrownBy(() -> deals.get(DEAL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Bad gateway</html>",
                "null",
                "[]",
                "{\"error\":\"text\"}",
                "{\"error\":{\"code\":7,\"message\":[]}}",
                "{\"error\":{\"code\":\" \"}}",
                "{\"error\":{\"code\":\"not_fou"
            })
    void get_404OfAnyOtherForm_isNoMissingDeal(String answer) {
        server.enqueue(json(404, answer));

        assertThatExceptionOfType(DealsException.class)
                .isThrownBy(() -> deals.get(DEAL))
                .satisfies(failure -> {
                    assertThat(failure).isNotInstanceOf(DealNotFoundException.class);
                    assertThat(failure.httpStatus()).contains(404);
                    assertThat(failure.vendorCode()).isEmpty();
                });
    }

    @Test
    void addDealContact_serverFailure_isNotSentTwice() {
        server.enqueue(error(500, "internal_error", "Oops."));
        try (DealsClient patient = BacksideServer.connect(server, Map.of())) {
            assertThatExceptionOfType(VendorUnavailableException.class)
                    .isThrownBy(() -> patient.unwrap(BacksideApi.class)
                            .addDealContact(DEAL, BacksideDealContactCreate.of(CONTACT)))
                    .satisfies(failure -> assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN));
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    private static MockResponse error(int status, String code, String message) {
        return json(status, "{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}}");
    }
}
