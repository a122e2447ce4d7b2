package dev.dealsdk.benchmarks.floor;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** RFC 3339, every digit and range checked; java.time's own parser would take half of a page. */
final class FloorTime {
    private FloorTime() {}

    static @Nullable LocalDate date(JsonParser json) throws IOException {
        return json.currentToken() == JsonToken.VALUE_NULL
                ? null
                : date(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
    }

    static @Nullable Instant instant(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        char[] text = json.getTextCharacters();
        int at = json.getTextOffset();
        if (json.getTextLength() != 20 || text[at + 10] != 'T' || text[at + 19] != 'Z') {
            return OffsetDateTime.parse(json.getText()).toInstant();
        }
        int hour = number(text, at + 11, 2);
        int minute = number(text, at + 14, 2);
        int second = number(text, at + 17, 2);
        if (hour > 23 || minute > 59 || second > 59 || text[at + 13] != ':' || text[at + 16] != ':') {
            throw new IOException("not a time");
        }
        return Instant.ofEpochSecond(date(text, at, 10).toEpochDay() * 86_400 + hour * 3_600L + minute * 60L + second);
    }

    private static LocalDate date(char[] text, int at, int length) throws IOException {
        if (length != 10 || text[at + 4] != '-' || text[at + 7] != '-') {
            throw new IOException("not a date");
        }
        return LocalDate.of(number(text, at, 4), number(text, at + 5, 2), number(text, at + 8, 2));
    }

    private static int number(char[] text, int at, int digits) throws IOException {
        int number = 0;
        for (int i = at; i < at + digits; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                throw new IOException("not a digit");
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
