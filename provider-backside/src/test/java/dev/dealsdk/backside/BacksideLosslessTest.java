package dev.dealsdk.backside;

import static dev.dealsdk.backside.BacksideServer.DEAL;
import static dev.dealsdk.backside.BacksideServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.Deal;
import dev.dealsdk.DealsClient;
import dev.dealsdk.spi.JsonWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random JSON in and around the documented fields; the seed is the parameter. */
final class BacksideLosslessTest {
    private static final int DEALS_PER_SEED = 25;
    private static final String[] TEXTS = {"", " ", "é", "🚀", "\u0000", "\u2028", "日本語", "a\"b\\c", "null", "0.10"};

    @StartStop
    private final MockWebServer server = new MockWebServer();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20_261_121})
    void get_randomExtraJson_keepsAllOfIt(long seed) {
        Random random = new Random(seed);
        try (DealsClient deals = BacksideServer.connect(server, Map.of())) {
            for (int i = 0; i < DEALS_PER_SEED; i++) {
                Map<String, @Nullable Object> metadata = randomObject(random, 3);
                Map<String, @Nullable Object> unknown = new LinkedHashMap<>();
                randomObject(random, 3).forEach((name, value) -> unknown.put("x-" + name, value));
                server.enqueue(json(200, document(metadata, unknown)));

                Deal deal = deals.get(DEAL);

                assertThat(deal.customFields()).as("metadata of deal " + i).isEqualTo(metadata);
                assertThat(deal.extras()).as("extras of deal " + i).isEqualTo(unknown);
            }
        }
    }

    private static String document(Map<String, @Nullable Object> metadata, Map<String, @Nullable Object> unknown) {
        byte[] json = JsonWriter.object(fields -> fields.value("id", DEAL)
                .values(unknown)
                .value("metadata", metadata)
                .value("name", "n"));
        return new String(json, StandardCharsets.UTF_8);
    }

    private static Map<String, @Nullable Object> randomObject(Random random, int depth) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        int size = random.nextInt(6);
        for (int i = 0; i < size; i++) {
            object.put(text(random) + i, randomValue(random, depth - 1));
        }
        return object;
    }

    private static @Nullable Object randomValue(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> text(random);
            case 3 -> new BigDecimal(new BigInteger(90, random), random.nextInt(20));
            case 4 -> BigDecimal.valueOf(random.nextInt(1000), 2);
            case 5 -> randomList(random, depth);
            default -> randomObject(random, depth);
        };
    }

    private static List<@Nullable Object> randomList(Random random, int depth) {
        List<@Nullable Object> list = new ArrayList<>();
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            list.add(randomValue(random, depth - 1));
        }
        return list;
    }

    private static String text(Random random) {
        return TEXTS[random.nextInt(TEXTS.length)];
    }
}
