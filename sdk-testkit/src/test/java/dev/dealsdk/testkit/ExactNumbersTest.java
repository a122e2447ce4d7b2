package dev.dealsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExactNumbersTest extends Play2SellTest {
    private static final String DEAL = "/v1/deals/" + Caller.TECH_CORP;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.1",
                "1234.56",
                "12000.00",
                "-0.50",
                "9007199254740993",
                "92233720368547758080",
                "0.10000000000000000000000001",
                "1E+2"
            })
    void number_throughEveryCall_keepsItsDigits(String number) throws Exception {
        String fields = "\"value\":" + number + ",\"custom_fields\":{\"n\":[" + number + "]}";
        String inValue = "\"value\":" + number + ",";
        String inCustomField = "{\"n\":[" + number + "]}";

        String created =
                caller.post("/v1/deals", "{\"name\":\"n\"," + fields + "}").text();
        String updated = caller.patch(DEAL, "{" + fields + "}").text();
        String read = caller.get(DEAL).text();
        String moved = caller.post(DEAL + "/move", "{\"stage_id\":\"990e8400-e29b-41d4-a716-446655440002\"}")
                .text();
        String listed = caller.get("/v1/deals?search=Tech").text();

        assertThat(List.of(created, updated, read, moved, listed))
                .allSatisfy(text -> assertThat(text).contains(inValue, inCustomField));
        simulator.requireContract();
    }

    @Test
    void number_withSmallExponent_keepsValueAndScale() throws Exception {
        caller.patch(DEAL, "{\"value\":1e2}");

        assertThat(caller.get(DEAL).deal()).containsEntry("value", new BigDecimal("1e2"));
    }

    @Test
    void addDeal_bigDecimal_keepsItsScale() throws Exception {
        String id = simulator.addDeal(Map.of("value", new BigDecimal("7.10")));

        assertThat(caller.get("/v1/deals/" + id).text()).contains("\"value\":7.10,");
    }

    @Test
    void sample_value_keepsPrintedCents() throws Exception {
        assertThat(caller.get(DEAL).text()).contains("\"value\":75000.00,");
    }
}
