package dev.dealsdk.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Days and moments straight from the parser's characters.
 *
 * <p>With java.time's own parser they would take half of the time and of the garbage of decoding a page. Every digit and
 * range is checked; anything but the common form is left to java.time.
 */
public final class Rfc3339 {
    private static final int DATE_LENGTH = "2026-03-15".length();
    private static final int SECONDS_LENGTH = "2026-03-15T10:30:00".length();
    private static final int NANO_DIGITS = 9;
    private static final long SECONDS_PER_DAY = 86_400;

    private Rfc3339() {}

    /** The day the present text names, or null if it names none. */
    public static @Nullable LocalDate date(JsonParser parser) {
        try {
            char[] text = parser.getTextCharacters();
            return parser.getTextLength() == DATE_LENGTH ? date(text, parser.getTextOffset()) : null;
        } catch (DateTimeException noSuchDay) {
            return null;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The moment the present text names, or null if it names none. */
    public static @Nullable Instant instant(JsonParser parser) {
        try {
            Instant utc = utc(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
            return utc != null ? utc : OffsetDateTime.parse(parser.getText()).toInstant();
        } catch (DateTimeParseException noMoment) {
            return null;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static @Nullable LocalDate date(char[] text, int at) {
        int year = digits(text, at, 4);
        int month = digits(text, at + 5, 2);
        int day = digits(text, at + 8, 2);
        if (year < 0 || month < 0 || day < 0 || text[at + 4] != '-' || text[at + 7] != '-') {
            return null;
        }
        return LocalDate.of(year, month, day);
    }

    /** Date, time to the second or finer, and an upper-case Z; null for any other form. */
    private static @Nullable Instant utc(char[] text, int at, int length) {
        if (length <= SECONDS_LENGTH || text[at + length - 1] != 'Z' || text[at + DATE_LENGTH] != 'T') {
            return null;
        }
        int hour = digits(text, at + 11, 2);
        int minute = digits(text, at + 14, 2);
        int second = digits(text, at + 17, 2);
        int nanos = nanos(text, at + SECONDS_LENGTH, length - SECONDS_LENGTH - 1);
        if (text[at + 13] != ':'
                || text[at + 16] != ':'
                || outside(hour, 23)
                || outside(minute, 59)
                || outside(second, 59)
                || nanos < 0) {
            return null;
        }
        try {
            LocalDate date = date(text, at);
            return date == null
                    ? null
                    : Instant.ofEpochSecond(
                            date.toEpochDay() * SECONDS_PER_DAY + hour * 3_600L + minute * 60L + second, nanos);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static int nanos(char[] text, int at, int length) {
        if (length == 0) {
            return 0;
        }
        int count = length - 1;
        if (text[at] != '.' || count == 0 || count > NANO_DIGITS) {
            return -1;
        }
        int fraction = digits(text, at + 1, count);
        for (int missing = count; fraction > 0 && missing < NANO_DIGITS; missing++) {
            fraction *= 10;
        }
        return fraction;
    }

    private static boolean outside(int value, int max) {
        return value < 0 || value > max;
    }

    /** The number of {@code count} decimal digits, or -1 if there is any other character. */
    private static int digits(char[] text, int at, int count) {
        int number = 0;
        for (int i = at; i < at + count; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
