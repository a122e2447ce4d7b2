package dev.dealsdk.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonMapTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void map_ofAnyEntries_isWhatALinkedHashMapIs(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            Map<String, @Nullable Object> expected = new LinkedHashMap<>();
            JsonMap.Builder builder = JsonMap.builder();
            List<JsonMap> handedOut = new ArrayList<>();
            List<Map<String, @Nullable Object>> asTheyWere = new ArrayList<>();
            int puts = random.nextInt(60);
            for (int i = 0; i < puts; i++) {
                String name = "n" + random.nextInt(40);
                Object value = random.nextInt(5) == 0 ? null : Integer.toString(i);
                expected.put(name, value);
                builder.putExact(name, value);
                if (random.nextInt(10) == 0) {
                    handedOut.add(builder.build());
                    asTheyWere.add(new LinkedHashMap<>(expected));
                }
            }
            assertSame(builder.build(), expected);
            assertThat(handedOut).as("later puts change no map that was built").isEqualTo(asTheyWere);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void buildAndClear_oneMapAfterAnother_leavesEachAsItWasBuilt(long seed) {
        Random random = new Random(seed);
        JsonMap.Builder builder = JsonMap.builder();
        List<JsonMap> built = new ArrayList<>();
        List<Map<String, @Nullable Object>> expected = new ArrayList<>();
        for (int round = 0; round < 300; round++) {
            Map<String, @Nullable Object> entries = new LinkedHashMap<>();
            for (int i = random.nextInt(25); i > 0; i--) {
                entries.put("n" + random.nextInt(20), BigDecimal.valueOf(i));
            }
            if (random.nextInt(4) == 0) {
                builder.putAll("map", JsonMap.of("map", entries));
            } else {
                entries.forEach(builder::putExact);
            }
            built.add(builder.buildAndClear());
            expected.add(entries);
        }
        for (int i = 0; i < built.size(); i++) {
            assertSame(built.get(i), expected.get(i));
        }
    }

    @Test
    void putAll_ofAnotherMapAndMore_leavesTheOtherAsItWas() {
        JsonMap first = JsonMap.of("map", Map.of("a", "1"));
        JsonMap.Builder more = JsonMap.builder();
        more.putAll("map", first);
        more.putExact("a", "2");
        more.putExact("b", null);

        assertThat(first).containsExactly(Map.entry("a", "1"));
        assertThat(more.build())
                .containsEntry("a", "2")
                .containsEntry("b", null)
                .hasSize(2);
    }

    @Test
    void map_asAMap_refusesEveryChange() {
        Map<String, @Nullable Object> map = JsonMap.of("map", Map.of("a", "1"));

        assertThatThrownBy(() -> map.put("a", "1")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.remove("b")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.keySet().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.entrySet().iterator().next().setValue("2"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    private static void assertSame(JsonMap map, Map<String, @Nullable Object> expected) {
        assertThat(map).isEqualTo(expected).hasSameHashCodeAs(expected);
        assertThat(List.copyOf(map.keySet())).isEqualTo(List.copyOf(expected.keySet()));
        expected.forEach((name, value) -> {
            assertThat(map.get(name)).isEqualTo(value);
            assertThat(map.containsKey(name)).isTrue();
        });
        assertThat(map.get("absent")).isNull();
        assertThat(map.containsKey("absent")).isFalse();
        assertThat(map.containsKey(null)).isFalse();
    }
}
