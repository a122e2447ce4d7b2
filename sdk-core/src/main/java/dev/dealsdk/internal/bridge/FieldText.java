package dev.dealsdk.internal.bridge;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dealsdk.DealValue;
import dev.dealsdk.LineItem;
import dev.dealsdk.ValuePeriod;
import dev.dealsdk.internal.json.Json;
import dev.dealsdk.spi.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values of fields as text, and back: plain decimals, ISO dates, JSON for lists. Each reading method throws {@link
 * IllegalArgumentException} on a text that it did not write.
 */
final class FieldText {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private FieldText() {}

    static String of(BigDecimal number) {
        return number.toPlainString();
    }

    static BigDecimal decimal(String text) {
        if (text.length() > Json.MAX_NUMBER_LENGTH || !DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException("is not a plain decimal number such as 1234.56");
        }
        return new BigDecimal(text);
    }

    static BigDecimal percent(String text) {
        BigDecimal percent = decimal(text);
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("is not a percentage from 0 to 100");
        }
        return percent;
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDate) {
            throw new IllegalArgumentException("is not a date such as 2026-05-01", noDate);
        }
    }

    static String currency(String text) {
        if (!DealValue.isCurrencyCode(text)) {
            throw new IllegalArgumentException("is not an ISO 4217 code such as EUR");
        }
        return text;
    }

    static String of(ValuePeriod period) {
        return period.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ValuePeriod period(String text) {
        for (ValuePeriod period : ValuePeriod.values()) {
            if (of(period).equals(text)) {
                return period;
            }
        }
        throw new IllegalArgumentException("is not one-time, monthly, quarterly or annual");
    }

    static String ofTexts(List<String> texts) {
        return json(generator -> {
            generator.writeStartArray();
            for (String text : texts) {
                generator.writeString(text);
            }
            generator.writeEndArray();
        });
    }

    static List<String> texts(String text) {
        List<String> texts = new ArrayList<>();
        for (Object element : list(text)) {
            if (!(element instanceof String string)) {
                throw new IllegalArgumentException("is not a list of texts such as [\"a\",\"b\"]");
            }
            texts.add(string);
        }
        return texts;
    }

    static String ofItems(List<LineItem> items) {
        return json(generator -> {
            generator.writeStartArray();
            for (LineItem item : items) {
                generator.writeStartObject();
                generator.writeStringField("itemId", item.itemId());
                if (item.type().isPresent()) {
                    generator.writeStringField("type", item.type().get());
                }
                write(generator, "quantity", item.quantity());
                if (item.name().isPresent()) {
                    generator.writeStringField("name", item.name().get());
                }
                write(generator, "unitPrice", item.unitPrice());
                generator.writeEndObject();
            }
            generator.writeEndArray();
        });
    }

    private static void write(JsonGenerator generator, String name, Optional<BigDecimal> number) throws IOException {
        if (number.isPresent()) {
            generator.writeFieldName(name);
            generator.writeNumber(number.get().toPlainString());
        }
    }

    static List<LineItem> items(String text) {
        List<LineItem> items = new ArrayList<>();
        for (Object element : list(text)) {
            if (!(element instanceof Map<?, ?> item) || !(item.get("itemId") instanceof String id)) {
                throw new IllegalArgumentException("is not a list of line items such as [{\"itemId\":\"a\"}]");
            }
            items.add(LineItem.builder()
                    .itemId(id)
                    .type(part(item, "type", String.class))
                    .quantity(part(item, "quantity", BigDecimal.class))
                    .name(part(item, "name", String.class))
                    .unitPrice(part(item, "unitPrice", BigDecimal.class))
                    .build());
        }
        return items;
    }

    private static <T> Optional<T> part(Map<?, ?> item, String name, Class<T> type) {
        Object value = item.get(name);
        if (value != null && !type.isInstance(value)) {
            throw new IllegalArgumentException("holds a line item whose " + name + " is of another type");
        }
        return Optional.ofNullable(value).map(type::cast);
    }

    private static List<?> list(String text) {
        Object value;
        try (JsonReader reader = JsonReader.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            value = reader.document().orElse(null);
        } catch (RuntimeException noJson) {
            throw new IllegalArgumentException("is not JSON", noJson);
        }
        if (!(value instanceof List<?> list)) {
            throw new IllegalArgumentException("is not a list in JSON");
        }
        return list;
    }

    private static String json(JsonWriting writing) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = Json.FACTORY.createGenerator(text)) {
            writing.write(generator);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** What is kept in a place, as text; a number as another program may have written it; null for anything else. */
    static @Nullable String kept(@Nullable Object value) {
        return value instanceof BigDecimal number && Json.isPlain(number)
                ? number.toPlainString()
                : value instanceof String text ? text : null;
    }

    @FunctionalInterface
    private interface JsonWriting {
        void write(JsonGenerator generator) throws IOException;
    }
}
