package dev.dealsdk.internal.value;

import static dev.dealsdk.internal.value.ValueFault.quoted;

import dev.dealsdk.DealValue;
import dev.dealsdk.Operation;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts of the configuration as values. Each function throws {@link ValueFault} on a text it cannot use. */
public final class Values {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,12})(ms|s|m)");
    private static final Pattern BYTES = Pattern.compile("([0-9]{1,18})(KiB|MiB)?");
    private static final Pattern PERCENT = Pattern.compile("0*([1-9][0-9]?|100)%");
    private static final String QUOTES = "\"'`\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb";
    private static final String OFF = "off";
    /** What OkHttp takes: the milliseconds of a timeout must fit into an int. */
    private static final Duration LONGEST = Duration.ofDays(24);

    private Values() {}

    static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                throw new ValueFault("holds a control character, such as a line break; write it on one line");
            }
        }
        return text;
    }

    /** No value but a name starts or ends with a quote; people put them around values as in other formats. */
    static void unquoted(String text) {
        if (QUOTES.indexOf(text.charAt(0)) >= 0 || QUOTES.indexOf(text.charAt(text.length() - 1)) >= 0) {
            throw new ValueFault("is in quotes, which are a part of it here; write it without them");
        }
    }

    public static Path path(String text) {
        try {
            return Path.of(text(text));
        } catch (InvalidPathException invalid) {
            throw new ValueFault(quoted(text) + " is not a path; write the path of a file");
        }
    }

    public static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new ValueFault(quoted(text) + " is neither true nor false; write true or false");
        };
    }

    public static Set<Operation> operations(String text) {
        Set<Operation> operations = EnumSet.noneOf(Operation.class);
        for (String word : text.split(",", -1)) {
            operations.add(operation(word.strip()));
        }
        return Collections.unmodifiableSet(operations);
    }

    private static Operation operation(String word) {
        List<Operation> all = Arrays.asList(Operation.values());
        return all.stream()
                .filter(operation -> operation.key().equals(word))
                .findFirst()
                .orElseThrow(() -> new ValueFault(quoted(word) + " is not an operation; write any of "
                        + all.stream().map(Operation::key).collect(Collectors.joining(", "))));
    }

    public static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new ValueFault(quoted(text) + " is not a duration; write for example 500ms, 10s or 2m");
        }
        long count = Long.parseLong(matcher.group(1));
        Duration duration = switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            default -> Duration.ofMinutes(count);
        };
        if (duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw new ValueFault(quoted(text) + " is out of range; write a duration above zero and up to 24 days");
        }
        return duration;
    }

    /** Empty for {@code off}. */
    public static Optional<Duration> durationOrOff(String text) {
        return text.equals(OFF) ? Optional.empty() : Optional.of(duration(text));
    }

    /** The text that {@link #durationOrOff} reads: {@code off} for zero. */
    public static String durationOrOffText(Duration duration) {
        return duration.isZero() ? OFF : durationText(duration);
    }

    /** The text that {@link #duration} reads; one that it refuses, if there is none. */
    public static String durationText(Duration duration) {
        boolean inRange = !duration.isNegative() && duration.compareTo(LONGEST) <= 0;
        return inRange && duration.toNanos() % 1_000_000 == 0 ? duration.toMillis() + "ms" : duration.toString();
    }

    public static int attempts(String text) {
        if (!text.matches("-?[0-9]+")) {
            throw new ValueFault(quoted(text) + " is not a whole number; write for example 4");
        }
        if (!text.matches("0*([1-9][0-9]?|100)")) {
            throw new ValueFault(quoted(text) + " is out of range; write a number from 1 to 100");
        }
        return Integer.parseInt(text);
    }

    /** The number before the percent sign. */
    public static int percent(String text) {
        Matcher matcher = PERCENT.matcher(text);
        if (!matcher.matches()) {
            throw new ValueFault(quoted(text) + " is not a percentage from 1% to 100%; write for example 20%");
        }
        return Integer.parseInt(matcher.group(1));
    }

    public static long bytes(String text) {
        Matcher matcher = BYTES.matcher(text);
        if (!matcher.matches()) {
            throw new ValueFault(
                    quoted(text) + " is not a number of bytes; write for example 32MiB, 512KiB or 1048576");
        }
        String unit = matcher.group(2);
        long factor = unit == null ? 1 : unit.equals("KiB") ? 1024 : 1024 * 1024;
        long count = Long.parseLong(matcher.group(1));
        if (count == 0 || count > Long.MAX_VALUE / factor) {
            throw new ValueFault(quoted(text) + " is out of range; write for example 32MiB");
        }
        return count * factor;
    }

    /** Up to a million. */
    public static int count(String text) {
        if (!text.matches("0*[1-9][0-9]{0,5}|0*1000000")) {
            throw new ValueFault(quoted(text) + " is not a whole number from 1 to 1000000");
        }
        return Integer.parseInt(text);
    }

    /** What is written between commas, none of it blank or written twice. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text(text).split(",", -1)) {
            if (word.isBlank()) {
                throw new ValueFault(quoted(text) + " has nothing between two commas; write names separated by commas");
            }
            if (words.contains(word.strip())) {
                throw new ValueFault(quoted(text) + " names " + word.strip() + " twice; write it once");
            }
            words.add(word.strip());
        }
        return List.copyOf(words);
    }

    public static boolean otherStagesAreOpen(String text) {
        return switch (text) {
            case "open" -> true;
            case "unknown" -> false;
            default -> throw new ValueFault(quoted(text) + " is neither open nor unknown; write open or unknown");
        };
    }

    public static String currency(String text) {
        if (!DealValue.isCurrencyCode(text)) {
            throw new ValueFault(
                    quoted(text) + " is not an ISO 4217 code; write three upper-case letters, such as EUR");
        }
        return text;
    }

    /** Whether filters alone, or orders as well. */
    public static Set<LocalQuery> localQuery(String text) {
        return switch (text.replace(" ", "")) {
            case "filters" -> EnumSet.of(LocalQuery.FILTERS);
            case "filters,sorts" -> EnumSet.of(LocalQuery.FILTERS, LocalQuery.SORTS);
            default ->
                throw new ValueFault(
                        quoted(text) + " is not known; write filters, or filters,sorts for orders as well");
        };
    }

    /** What of a query may be done by the SDK. */
    public enum LocalQuery {
        FILTERS,
        SORTS
    }
}
