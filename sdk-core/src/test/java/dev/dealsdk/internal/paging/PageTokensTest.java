package dev.dealsdk.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.DealQuery;
import dev.dealsdk.DealSort;
import dev.dealsdk.StageRef;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A token depends on the values of its query, not on how they were written. */
final class PageTokensTest {
    private final PageTokens tokens = new PageTokens("fake");

    static Stream<Arguments> equalValues() {
        return Stream.of(
                Arguments.of(
                        DealQuery.builder().minValue(new BigDecimal("10")).maxValue(new BigDecimal("1E+3")),
                        DealQuery.builder().minValue(new BigDecimal("10.00")).maxValue(new BigDecimal("1000"))),
                Arguments.of(
                        DealQuery.builder().putExtras("margin", new BigDecimal("1.0")),
                        DealQuery.builder().putExtras("margin", new BigDecimal("1.00"))),
                Arguments.of(
                        DealQuery.builder().putExtras("list", List.of(Map.of("x", 1.5))),
                        DealQuery.builder().putExtras("list", List.of(Map.of("x", new BigDecimal("1.50"))))),
                Arguments.of(
                        DealQuery.builder()
                                .putExtras("a", new TreeMap<>(Map.of("x", 1, "y", 2)))
                                .putExtras("b", 3),
                        DealQuery.builder()
                                .putExtras("b", 3)
                                .putExtras("a", new TreeMap<>(Map.of("x", 1, "y", 2)).descendingMap())));
    }

    @ParameterizedTest
    @MethodSource("equalValues")
    void tokenOf_queriesOfEqualValues_isTheSame(DealQuery.Builder one, DealQuery.Builder other) {
        assertThat(tokens.tokenOf("7", one.build())).isEqualTo(tokens.tokenOf("7", other.build()));
    }

    static Stream<Arguments> valuesThatReadAlike() {
        return Stream.of(
                Arguments.of(
                        DealQuery.builder().text("x\nsort=VALUE"),
                        DealQuery.builder().text("x").sort(DealSort.VALUE)),
                Arguments.of(
                        DealQuery.builder().stage(StageRef.id("x")),
                        DealQuery.builder().stage(StageRef.named("id x"))),
                Arguments.of(
                        DealQuery.builder().putExtras("a", "1"),
                        DealQuery.builder().putExtras("a", 1)),
                Arguments.of(
                        DealQuery.builder().putExtras("a", "true"),
                        DealQuery.builder().putExtras("a", true)),
                Arguments.of(
                        DealQuery.builder().putExtras("a", "null"),
                        DealQuery.builder().putExtras("a", null)),
                Arguments.of(
                        DealQuery.builder().putExtras("a", "1, b=2"),
                        DealQuery.builder().putExtras("a", "1").putExtras("b", "2")),
                Arguments.of(
                        DealQuery.builder().putExtras("a", List.of("x, y")),
                        DealQuery.builder().putExtras("a", List.of("x", "y"))),
                Arguments.of(
                        DealQuery.builder().putExtras("a", List.of(List.of(), "x")),
                        DealQuery.builder().putExtras("a", List.of(List.of("x")))));
    }

    @ParameterizedTest
    @MethodSource("valuesThatReadAlike")
    void tokenOf_queriesThatReadAlike_differs(DealQuery.Builder one, DealQuery.Builder other) {
        assertThat(tokens.tokenOf("7", one.build())).isNotEqualTo(tokens.tokenOf("7", other.build()));
    }

    @Test
    void tokenOf_numberWithAnAbsurdExponent_isShort() {
        DealQuery query = DealQuery.builder()
                .minValue(new BigDecimal("1e2000000000"))
                .putExtras("a", new BigDecimal("10E2147483647"))
                .build();

        assertThat(tokens.tokenOf("7", query)).hasSizeLessThan(100);
    }
}
