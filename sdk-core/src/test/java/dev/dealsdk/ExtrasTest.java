package dev.dealsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a caller puts into extras and custom fields, and what is made of it. */
final class ExtrasTest {

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(7, new BigDecimal("7")),
                Arguments.of(Long.MAX_VALUE, new BigDecimal("9223372036854775807")),
                Arguments.of((byte) -1, new BigDecimal("-1")),
                Arguments.of(0.1, new BigDecimal("0.1")),
                Arguments.of(0.1f, new BigDecimal("0.1")),
                Arguments.of(1e300, new BigDecimal("1.0E300")),
                Arguments.of(BigInteger.TWO.pow(100), new BigDecimal(BigInteger.TWO.pow(100))),
                Arguments.of(new AtomicInteger(3), new BigDecimal("3")),
                Arguments.of(new BigDecimal("0.10"), new BigDecimal("0.10")),
                Arguments.of(CharBuffer.wrap("text"), "text"),
                Arguments.of(DealStatus.OPEN, "OPEN"),
                Arguments.of(new UUID(0, 1), "00000000-0000-0000-0000-000000000001"),
                Arguments.of(true, true),
                Arguments.of(List.of(1, List.of(2L)), List.of(new BigDecimal(1), List.of(new BigDecimal(2)))),
                Arguments.of(Map.of("a", Map.of("b", 1)), Map.of("a", Map.of("b", new BigDecimal(1)))));
    }

    @ParameterizedTest
    @MethodSource("values")
    void extras_value_isAsItIsReadBack(Object given, Object expected) {
        assertThat(NewDeal.builder().putExtras("x", given).build().extras()).isEqualTo(Map.of("x", expected));
        assertThat(DealUpdate.builder().putCustomFields("x", given).build().customFields())
                .isEqualTo(Map.of("x", expected));
    }

    @ParameterizedTest
    @MethodSource("values")
    void deal_value_isAsARequestWouldHaveIt(Object given, Object expected) {
        assertThat(deal().putExtras("x", given).build().extras()).isEqualTo(Map.of("x", expected));
        assertThat(deal().putAllExtras(Map.of("x", given)).build().extras()).isEqualTo(Map.of("x", expected));
        assertThat(deal().extras(Map.of("x", given)).build().extras()).isEqualTo(Map.of("x", expected));
        assertThat(deal().putCustomFields("x", given).build().customFields()).isEqualTo(Map.of("x", expected));
        assertThat(deal().putAllCustomFields(Map.of("x", given)).build().customFields())
                .isEqualTo(Map.of("x", expected));
        assertThat(deal().customFields(Map.of("x", given)).build().customFields())
                .isEqualTo(Map.of("x", expected));
    }

    @Test
    void deal_givenListsAndMapsChangedLater_staysAsItWas() {
        List<Object> list = new ArrayList<>(List.of("a"));
        Map<String, Object> map = new HashMap<>(Map.of("list", list));
        Deal deal = deal().putExtras("map", map)
                .putExtras("view", Collections.unmodifiableList(list))
                .customFields(map)
                .build();

        list.add("b");
        map.put("more", 1);

        assertThat(deal.extras()).isEqualTo(Map.of("map", Map.of("list", List.of("a")), "view", List.of("a")));
        assertThat(deal.customFields()).isEqualTo(Map.of("list", List.of("a")));
    }

    @Test
    void extras_nulls_areKept() {
        Map<String, @Nullable Object> inner = new HashMap<>();
        inner.put("a", null);
        NewDeal deal = NewDeal.builder()
                .putExtras("none", null)
                .putExtras("list", Arrays.asList(1, null))
                .putExtras("map", inner)
                .build();

        assertThat(deal.extras()).containsEntry("none", null);
        assertThat(deal.extras().get("list")).isEqualTo(Arrays.asList(new BigDecimal(1), null));
        assertThat(deal.extras().get("map")).isEqualTo(inner);
        assertThat(NewDeal.builder().from(deal).build()).isEqualTo(deal);
    }

    @Test
    void extras_givenMapChangedLater_stayAsTheyWere() {
        List<Object> list = new ArrayList<>(List.of("a"));
        Map<String, Object> map = new HashMap<>(Map.of("list", list));
        NewDeal deal = NewDeal.builder().putExtras("map", map).customFields(map).build();

        list.add("b");
        map.put("more", 1);

        assertThat(deal.extras()).isEqualTo(Map.of("map", Map.of("list", List.of("a"))));
        assertThat(deal.customFields()).isEqualTo(Map.of("list", List.of("a")));
    }

    @Test
    void extras_handedOut_cannotBeChangedAtAnyDepth() {
        NewDeal deal = NewDeal.builder()
                .putExtras("map", new HashMap<>(Map.of("list", new ArrayList<>(List.of(1)))))
                .build();

        assertThat(deal.extras()).isUnmodifiable();
        Map<?, ?> map =
                (Map<?, ?>) Optional.ofNullable(deal.extras().get("map")).orElseThrow();
        List<?> list = (List<?>) Optional.ofNullable(map.get("list")).orElseThrow();
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(map::clear);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> map.entrySet().iterator().next().setValue(null));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> map.keySet().remove("list"));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> list.remove(0));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(list::clear);
    }

    static Stream<Arguments> unsupported() {
        Map<Object, Object> numbered = new HashMap<>(Map.of(1, "a"));
        List<Object> cyclic = new ArrayList<>();
        cyclic.add(cyclic);
        return Stream.of(
                Arguments.of(LocalDate.of(2026, 3, 15), "extras.x: java.time.LocalDate has no JSON form"),
                Arguments.of(List.of(Map.of("y", Set.of())), "extras.x[].y: "),
                Arguments.of(new int[] {1}, "extras.x: [I has no JSON form"),
                Arguments.of('c', "extras.x: java.lang.Character has no JSON form"),
                Arguments.of(Double.NaN, "extras.x: NaN has no JSON form"),
                Arguments.of(List.of(Float.POSITIVE_INFINITY), "extras.x[]: Infinity has no JSON form"),
                Arguments.of(numbered, "extras.x: the key 1 is not a String"),
                Arguments.of(cyclic, "extras.x[][]"));
    }

    @ParameterizedTest
    @MethodSource("unsupported")
    void extras_withoutAJsonForm_areRefusedWithTheirPlace(Object value, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Move.builder()
                        .stage(StageRef.id("s"))
                        .putExtras("x", value)
                        .build())
                .withMessageStartingWith(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> deal().putExtras("x", value))
                .withMessageStartingWith(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Win.builder().putExtras("x", value).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Loss.builder().putExtras("x", value).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reopen.builder().putExtras("x", value).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DealQuery.builder().putExtras("x", value).build());
    }

    @Test
    void extras_order_isTheCallers() {
        NewDeal deal = NewDeal.builder()
                .putExtras("z", 1)
                .putExtras("a", 2)
                .putExtras("m", 3)
                .build();

        assertThat(deal.extras().keySet()).containsExactly("z", "a", "m");
    }

    private static Deal.Builder deal() {
        return Deal.builder().id("d1").provider("fake").status(DealStatus.OPEN);
    }
}
