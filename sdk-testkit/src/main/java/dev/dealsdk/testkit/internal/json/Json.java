package dev.dealsdk.testkit.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JSON with every number kept digit for digit: {@code 12000.00} stays so, and {@code 9007199254740993} is not rounded.
 *
 * <p>Values are those of the JDK: {@code Map}, {@code List}, {@code String}, {@code Boolean}, {@code null}, and for
 * numbers {@code Integer}, {@code Long}, {@code BigInteger} or {@code BigDecimal}.
 */
public final class Json {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    private Json() {}

    /** Empty when the text is not one JSON object, or names a member twice. */
    public static Optional<Map<String, @Nullable Object>> object(String text) {
        try {
            return Optional.ofNullable(JSON.readValue(text, OBJECT));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Missing (not null) when the text is not one JSON value. */
    public static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    public static JsonNode yaml(InputStream source) {
        try {
            return YAML.readTree(source);
        } catch (IOException e) {
            throw new UncheckedIOException("unreadable YAML", e);
        }
    }

    public static String text(@Nullable Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a JSON value: " + e.getOriginalMessage(), e);
        }
    }

    /** A deep, independent copy made of JDK values. */
    public static @Nullable Object copy(@Nullable Object value) {
        try {
            return JSON.readValue(text(value), Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a JSON value: " + e.getOriginalMessage(), e);
        }
    }

    /** A deep, independent copy of a JSON object. */
    public static Map<String, @Nullable Object> copyOf(Object object) {
        return object(text(object)).orElseThrow(() -> new IllegalArgumentException("not a JSON object"));
    }
}
