package dev.dealsdk.play2sell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.NewDeal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts a double would spoil, all the way to the vendor and back. */
class Play2SellNumbersTest extends OnSimulator {

    @ParameterizedTest
    @ValueSource(strings = {"1234.56", "0.1", "9007199254740993", "1e2", "0.10", "-3", "1234567890123456789.01"})
    void number_createdReadUpdatedAndListed_isTheSame(String text) {
        DealValue value = DealValue.of(text);
        Map<String, Object> fields = nested(new BigDecimal(text));

        Deal created = deals.create(NewDeal.builder()
                .name("Exact")
                .value(value)
                .customFields(fields)
                .build());
        Deal updated = deals.update(
                STARTUP, DealUpdate.builder().value(value).customFields(fields).build());
        Deal read = deals.get(created.id());
        List<Deal> listed = deals.list(DealQuery.all()).stream()
                .filter(deal -> !deal.id().equals(TECH_CORP))
                .toList();

        assertThat(listed).hasSize(2);
        assertThat(List.of(created, updated, read, listed.get(0), listed.get(1)))
                .allSatisfy(deal -> {
                    assertThat(deal.value()).contains(value);
                    assertThat(deal.customFields()).isEqualTo(fields);
                });
    }

    private static Map<String, Object> nested(BigDecimal number) {
        return Map.of("plain", number, "list", List.of(number, List.of(number)), "map", Map.of("deep", number));
    }
}
