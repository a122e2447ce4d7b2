package dev.dealsdk.cli;

import dev.dealsdk.DealField;
import dev.dealsdk.DealSort;
import dev.dealsdk.DealStatus;
import dev.dealsdk.ValuePeriod;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts the texts of a command line to values; errors say what to write instead. */
final class Converters {
    private Converters() {}

    /** An exact amount. */
    static final class Amount implements ITypeConverter<BigDecimal> {
        @Override
        public BigDecimal convert(String text) {
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException noNumber) {
                throw new TypeConversionException("\"" + text + "\" is not a decimal number such as 12000 or 1234.56");
            }
        }
    }

    /** A date. */
    static final class Day implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException noDay) {
                throw new TypeConversionException("\"" + text + "\" is not a date such as 2026-05-01 (year-month-day)");
            }
        }
    }

    /** The values of {@link Status}, for completion. */
    static final class StatusNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("open", "won", "lost").iterator();
        }
    }

    /** A status to filter by. */
    static final class Status implements ITypeConverter<DealStatus> {
        @Override
        public DealStatus convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "open" -> DealStatus.OPEN;
                case "won" -> DealStatus.WON;
                case "lost" -> DealStatus.LOST;
                default -> throw new TypeConversionException("\"" + text + "\" is not one of open, won, lost");
            };
        }
    }

    /** The values of {@link Period}. */
    static final class PeriodNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return words(ValuePeriod.values()).iterator();
        }
    }

    /** A value period. */
    static final class Period implements ITypeConverter<ValuePeriod> {
        @Override
        public ValuePeriod convert(String text) {
            return word(text, ValuePeriod.values());
        }
    }

    /** The values of {@link Sort}. */
    static final class SortNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return words(DealSort.values()).iterator();
        }
    }

    /** A sort order. */
    static final class Sort implements ITypeConverter<DealSort> {
        @Override
        public DealSort convert(String text) {
            return word(text, DealSort.values());
        }
    }

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    private static <E extends Enum<E>> E word(String text, E[] values) {
        int found = words(values).indexOf(text.toLowerCase(Locale.ROOT).replace('_', '-'));
        if (found < 0) {
            throw new TypeConversionException("\"" + text + "\" is not one of " + String.join(", ", words(values)));
        }
        return values[found];
    }

    /** A line item, in the format of a JSON document. */
    static final class Item implements ITypeConverter<Map<String, @Nullable Object>> {
        private static final List<String> TEXTS = List.of("type", "name");
        private static final List<String> NUMBERS = List.of("quantity", "unitPrice");

        @Override
        public Map<String, @Nullable Object> convert(String text) {
            List<String> parts = List.of(text.split(",", -1));
            Map<String, @Nullable Object> item = new LinkedHashMap<>();
            item.put("itemId", parts.get(0));
            for (String part : parts.subList(1, parts.size())) {
                int equals = part.indexOf('=');
                String name = equals < 0 ? part : part.substring(0, equals);
                String value = part.substring(equals + 1);
                if (equals < 0 || !(TEXTS.contains(name) || NUMBERS.contains(name))) {
                    throw new TypeConversionException("\"" + part
                            + "\" is not a detail of a line item; after its id, write quantity=2, type=product, name=Seats or"
                            + " unitPrice=49.90");
                }
                item.put(name, NUMBERS.contains(name) ? new Amount().convert(value) : value);
            }
            return item;
        }
    }

    /** A positive count. */
    static final class AtLeastOne implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) > 0) {
                return Integer.valueOf(text);
            }
            throw new TypeConversionException("\"" + text + "\" is not a number between 1 and 999999999");
        }
    }

    /** A TCP port, or 0 for a free one. */
    static final class Port implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535) {
                return Integer.valueOf(text);
            }
            throw new TypeConversionException(
                    "\"" + text + "\" is not a port between 0 and 65535; 0 selects a free port");
        }
    }

    /** The values of {@link Field}. */
    static final class FieldNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(DealField.values())
                    .map(DealField::key)
                    .distinct()
                    .iterator();
        }
    }

    /** A field by its key ({@code contact.name}) or by the constant of the API ({@code CONTACT_NAME}). */
    static final class Field implements ITypeConverter<DealField> {
        @Override
        public DealField convert(String text) {
            return Arrays.stream(DealField.values())
                    .filter(field -> bare(field.key()).equals(bare(text))
                            || bare(field.name()).equals(bare(text)))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("unknown field \"" + text + "\"; the fields are "
                            + Arrays.stream(DealField.values())
                                    .map(DealField::key)
                                    .distinct()
                                    .collect(Collectors.joining(", "))));
        }

        private static String bare(String name) {
            return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        }
    }
}
