package dev.dealsdk.backside;

import static dev.dealsdk.backside.BacksideServer.DEAL;
import static dev.dealsdk.backside.BacksideServer.json;
import static dev.dealsdk.backside.BacksideServer.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.Deal;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.ValuePeriod;
import java.math.BigDecimal;
import java.util.Map;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts, metadata and likelihood: what becomes of each form they may come in. */
final class BacksideValueTest {

    @StartStop
    private final MockWebServer server = new MockWebServer();

    @ParameterizedTest
    @CsvSource({"one_time, ONE_TIME", "monthly, MONTHLY", "quarterly, QUARTERLY", "annual, ANNUAL"})
    void value_withAKnownPeriod_hasIt(String word, ValuePeriod period) {
        Deal deal = readFields("\"amount\":1,\"value_period\":\"" + word + "\"");

        assertThat(deal.value()).flatMap(DealValue::period).contains(period);
        assertThat(deal.extras()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"weekly", "ANNUAL", "", "日"})
    void value_withAnotherPeriod_keepsTheWord(String word) {
        Deal deal = readFields("\"amount\":1,\"value_period\":\"" + word + "\"");

        assertThat(deal.value()).contains(DealValue.of("1"));
        assertThat(deal.extras()).isEqualTo(Map.of("value_period", word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"usd", "US$", "EURO", ""})
    void value_withNoCurrencyCode_keepsTheText(String currency) {
        Deal deal = readFields("\"amount\":1,\"currency\":\"" + currency + "\"");

        assertThat(deal.value()).contains(DealValue.of("1"));
        assertThat(deal.extras()).isEqualTo(Map.of("currency", currency));
    }

    @Test
    void value_withoutAnAmount_keepsCurrencyAndPeriod() {
        Deal deal = readFields("\"amount\":null,\"currency\":\"USD\",\"value_period\":\"annual\"");

        assertThat(deal.value()).isEmpty();
        assertThat(deal.extras()).isEqualTo(Map.of("currency", "USD", "value_period", "annual"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0.50",
                "0.1",
                "0.30000000000000004",
                "12000.0",
                "9007199254740993",
                "92233720368547758080.01",
                "1e2",
                "1.5E-7"
            })
    void value_anyNumber_keepsItsDigits(String number) {
        Deal deal = readFields("\"amount\":" + number);

        assertThat(deal.value().orElseThrow().amount()).isEqualByComparingTo(new BigDecimal(number));
        assertThat(deal.value()).contains(DealValue.of(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "7.10", "\"text\"", "[1.0,null,{}]"})
    void metadata_thatIsNoObject_isAmongTheExtras(String metadata) {
        Deal deal = readFields("\"metadata\":" + metadata);

        assertThat(deal.customFields()).isEmpty();
        assertThat(deal.extras()).isEqualTo(Map.of("metadata", tree(metadata)));
    }

    @Test
    void metadata_thatIsNull_isKeptAsANull() {
        Deal deal = readFields("\"metadata\":null,\"name\":\"n\"");

        assertThat(deal.customFields()).isEmpty();
        assertThat(deal.extras()).hasSize(1).containsEntry("metadata", null);
        assertThat(deal.name()).contains("n");
    }

    @Test
    void metadata_underAliases_isReadByThem() {
        Deal deal = read(
                "{\"id\":\"" + DEAL + "\",\"metadata\":{\"mrg\":0.10,\"other\":1}}",
                Map.of("deals.fields.margin", "mrg"));

        assertThat(deal.customFields()).isEqualTo(Map.of("margin", new BigDecimal("0.10"), "other", BigDecimal.ONE));
    }

    @Test
    void confidence_onWhateverScale_isNeverAProbability() {
        assertThat(readFields("\"confidence\":0.8").extras()).containsEntry("confidence", new BigDecimal("0.8"));
        assertThat(readFields("\"confidence\":80").extras()).containsEntry("confidence", new BigDecimal("80"));
        assertThat(readFields("\"confidence\":80").winProbability()).isEmpty();
    }

    private Deal readFields(String fields) {
        return read("{\"id\":\"" + DEAL + "\"," + fields + "}", Map.of());
    }

    private Deal read(String answer, Map<String, String> settings) {
        server.enqueue(json(200, answer));
        try (DealsClient deals = BacksideServer.connect(server, settings)) {
            return deals.get(DEAL);
        }
    }
}
