package dev.dealsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What neutral values are equal to, and what they cannot be. */
@Timeout(20)
final class ValueTypesTest {

    @ParameterizedTest
    @CsvSource({
        "12.5, 12.50",
        "100, 1E+2",
        "100, 100.00",
        "0, 0.000",
        "0, 0E+100",
        "0, -0",
        "0.1, 1e-1",
        "1E+102, 100E+100",
        "1E+100, 1"
                + "0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000",
        "9007199254740993, 9007199254740993.0"
    })
    void value_sameAmount_isEqual(String one, String other) {
        assertThat(DealValue.of(one)).isEqualTo(DealValue.of(other)).hasSameHashCodeAs(DealValue.of(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e2000000000",
                "1e-2000000000",
                "100E2147483647",
                "10E2147483647",
                "0E2147483647",
                "-1E-2147483647"
            })
    void value_absurdExponent_doesNotExplode(String amount) {
        DealValue value = DealValue.of(amount, "EUR");

        assertThat(value.amount()).isEqualByComparingTo(new BigDecimal(amount));
        assertThat(value.toString().length()).isLessThan(200);
        assertThat(value).isEqualTo(DealValue.of(amount, "EUR")).isNotEqualTo(DealValue.of("1", "EUR"));
        assertThat(value.hashCode()).isEqualTo(DealValue.of(amount, "EUR").hashCode());
    }

    @Test
    void value_exactAmount_losesNoDigit() {
        assertThat(DealValue.of("1234.56").amount()).isEqualTo(new BigDecimal("1234.56"));
        assertThat(DealValue.of("12000").amount()).hasToString("12000");
        assertThat(DealValue.of("1E+2").amount()).hasToString("100");
        assertThat(DealValue.of("12.50").amount()).hasToString("12.5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "12,000", "12 000", "1.2.3", "£50", "NaN", "Infinity", "1e", "1e99999999999", "0x10"})
    void value_noNumber_isRefused(String amount) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DealValue.of(amount))
                .withMessage("amount: \"" + amount + "\" is not a decimal number such as 1234.56");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "usd", "US", "USDT", "€", "U$D", "ÄÖÜ", " USD"})
    void value_noCurrencyCode_isRefused(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DealValue.of("1", code))
                .withMessageStartingWith("currency: \"" + code + "\" is not an ISO 4217 code such as USD");
    }

    @Test
    @SuppressWarnings("NullAway") // What callers do who are not checked.
    void value_null_isRefused() {
        assertThatNullPointerException().isThrownBy(() -> DealValue.of(null)).withMessage("amount");
        assertThatNullPointerException()
                .isThrownBy(() -> DealValue.of("1", null))
                .withMessage("currency");
        assertThatNullPointerException().isThrownBy(() -> StageRef.id(null)).withMessage("stageId");
        assertThatNullPointerException().isThrownBy(() -> StageRef.named(null)).withMessage("aliasOrName");
    }

    @Test
    void update_fieldSetAndCleared_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        DealUpdate.builder().name("x").clear(DealField.NAME).build())
                .withMessage("name is both set and cleared");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DealUpdate.builder()
                        .tags(List.of())
                        .clear(DealField.TAGS)
                        .build())
                .withMessage("tags is both set and cleared");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DealUpdate.builder()
                        .contact(Contact.builder().email("a@b.example").build())
                        .clear(DealField.CONTACT_EMAIL)
                        .build())
                .withMessage("contact.email is both set and cleared");
    }

    @Test
    void update_fieldsOfThreeStates_areKeptApart() {
        DealUpdate update = DealUpdate.builder()
                .name("")
                .ownerIds(List.of())
                .clear(DealField.DESCRIPTION)
                .build();

        assertThat(update.name()).contains("");
        assertThat(update.ownerIds()).contains(List.of());
        assertThat(update.tags()).isEmpty();
        assertThat(update.cleared()).containsExactly(DealField.DESCRIPTION);
    }

    @Test
    void query_thatNoVendorCouldAnswer_isRefused() {
        LocalDate day = LocalDate.of(2026, 3, 15);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DealQuery.builder().status(DealStatus.UNKNOWN).build())
                .withMessage("status: UNKNOWN cannot be a filter; leave it out to list all deals");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DealQuery.builder().pageSize(0).build())
                .withMessage("pageSize: 0 is less than 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DealQuery.builder()
                        .minValue(new BigDecimal("2"))
                        .maxValue(new BigDecimal("1.99"))
                        .build())
                .withMessage("minValue: 2 is greater than maxValue 1.99");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DealQuery.builder()
                        .expectedCloseAfter(day)
                        .expectedCloseBefore(day.minusDays(1))
                        .build())
                .withMessage("expectedCloseAfter: 2026-03-15 is after expectedCloseBefore 2026-03-14");
        DealQuery.builder().expectedCloseAfter(day).expectedCloseBefore(day).build();
        DealQuery.builder()
                .minValue(new BigDecimal("2.0"))
                .maxValue(new BigDecimal("2"))
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void stage_blank_isRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> StageRef.id(text)).withMessage("stageId is blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StageRef.named(text))
                .withMessage("aliasOrName is blank");
    }

    @Test
    void stage_idAndNameOfTheSameText_differ() {
        assertThat(StageRef.id("x")).isNotEqualTo(StageRef.named("x")).isEqualTo(StageRef.id("x"));
        assertThat(StageRef.id("x").stageId()).contains("x");
        assertThat(StageRef.named("x").stageId()).isEmpty();
    }

    @Test
    void deal_withoutWhatIsMandatory_isRefusedByName() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Deal.builder().id("d1").provider("fake").build())
                .withMessageContaining("status");
    }

    @Test
    void deal_collections_cannotBeChanged() {
        Deal deal = Deal.builder()
                .id("d1")
                .provider("fake")
                .status(DealStatus.OPEN)
                .addTags("a")
                .build();

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> deal.tags().add("b"));
        assertThat(deal.customFields()).isUnmodifiable();
        assertThat(deal.extras()).isUnmodifiable();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "-1s"})
    void options_timeoutThatIsNone_isRefused(String text) {
        var timeout = Duration.parse("PT" + text);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallOptions.builder().callTimeout(timeout).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallOptions.builder().attemptTimeout(timeout).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CallOptions.builder().maxAttempts(0).build())
                .withMessage("maxAttempts: 0 is less than 1");
    }
}
