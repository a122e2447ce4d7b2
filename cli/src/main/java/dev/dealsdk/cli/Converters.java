package dev.dealsdk.cli;

import dev.dealsdk.DealField;
import dev.dealsdk.DealStatus;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The texts of a command line as values, with what to write instead where they are none. */
final class Converters {
    private Converters() {}

    /** An exact amount. */
    static final class Amount implements ITypeConverter<BigDecimal> {
        @Override
        public BigDecimal convert(String text) {
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException noNumber) {
                throw new TypeConversionException("\"" + text + "\" is no decimal number such as 12000 or 1234.56");
            }
        }
    }

    /** A day of the calendar. */
    static final class Day implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException noDay) {
                throw new TypeConversionException("\"" + text + "\" is no day such as 2026-05-01 (year-month-day)");
            }
        }
    }

    /** What {@link Status} takes, for completion. */
    static final class StatusNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("open", "won", "lost").iterator();
        }
    }

    /** A status one can ask for. */
    static final class Status implements ITypeConverter<DealStatus> {
        @Override
        public DealStatus convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "open" -> DealStatus.OPEN;
                case "won" -> DealStatus.WON;
                case "lost" -> DealStatus.LOST;
                default -> throw new TypeConversionException("\"" + text + "\" is none of open, won, lost");
            };
        }
    }

    /** A count of something there is. */
    static final class AtLeastOne implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) > 0) {
                return Integer.valueOf(text);
            }
            throw new TypeConversionException("\"" + text + "\" is no number between 1 and 999999999");
        }
    }

    /** A port of this computer. */
    static final class Port implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535) {
                return Integer.valueOf(text);
            }
            throw new TypeConversionException("\"" + text + "\" is no port between 0 and 65535; 0 takes a free one");
        }
    }

    /** A field as messages name it ({@code contact.name}) or as the API does ({@code CONTACT_NAME}). */
    static final class Field implements ITypeConverter<DealField> {
        @Override
        public DealField convert(String text) {
            return Arrays.stream(DealField.values())
                    .filter(field -> bare(field.key()).equals(bare(text))
                            || bare(field.name()).equals(bare(text)))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("there is no field \"" + text + "\"; there are: "
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
