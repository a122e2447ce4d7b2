package dev.dealsdk.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dealsdk.CallOptions;
import dev.dealsdk.FieldError;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Operation;
import dev.dealsdk.internal.call.ActiveCall;
import dev.dealsdk.internal.call.CallMonitors;
import dev.dealsdk.spi.CallScope;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DealIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", ".", "..", "%2e", "%2E", "%2e%2e", ".%2E", "%2e."})
    void dealId_thatNoRequestCanCarry_isRefused(String id) {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> RequestChecks.dealId(id, scope(id)))
                .satisfies(refusal -> assertThat(refusal.fieldErrors())
                        .extracting(FieldError::field)
                        .containsExactly("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deal_127b", "a/b", "..a", "%2ea", "a%2e%2e", "?x=1", "\u65e5"})
    void dealId_thatCanBeEncoded_isLeftToTheVendor(String id) {
        assertThatCode(() -> RequestChecks.dealId(id, scope(id))).doesNotThrowAnyException();
    }

    private static CallScope scope(String id) {
        return new ActiveCall(
                Optional.of("stora"),
                Optional.of(Operation.GET),
                Optional.of(id),
                CallOptions.builder().build(),
                (stage, call) -> stage,
                CallMonitors.UNHEARD,
                0);
    }
}
