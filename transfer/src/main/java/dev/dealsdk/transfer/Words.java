package dev.dealsdk.transfer;

import java.time.Duration;
import java.util.Locale;

/** Counts and durations in texts for people. */
final class Words {
    private static final int SHORTEST_FOR_A_RATE = 5;

    private Words() {}

    /** {@code 1 deal}, {@code 1,052 deals}. */
    static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    /** {@code 0.2 s}, {@code 42 s}, {@code 1 min 35 s}, {@code 2 h 5 min}, {@code 3 d 4 h}. */
    static String time(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 10) {
            // What took any time at all is not shown as nothing.
            long tenths = time.isZero() ? 0 : Math.max(1, Math.round(time.toMillis() / 100.0));
            return tenths % 10 == 0 ? tenths / 10 + " s" : String.format(Locale.ROOT, "%.1f s", tenths / 10.0);
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return pair(seconds / 60, "min", seconds % 60, "s");
        }
        return seconds < 48 * 3600
                ? pair(seconds / 3600, "h", seconds % 3600 / 60, "min")
                : pair(seconds / 86400, "d", seconds % 86400 / 3600, "h");
    }

    private static String pair(long major, String majorUnit, long minor, String minorUnit) {
        return major + " " + majorUnit + (minor == 0 ? "" : " " + minor + " " + minorUnit);
    }

    /** How long some deals took; for more than a few seconds also the rate: {@code 1 min 35 s, 1,052 deals a second}. */
    static String pace(long deals, Duration time) {
        if (deals == 0 || time.toSeconds() < SHORTEST_FOR_A_RATE) {
            return time(time);
        }
        return time(time) + ", " + rate(deals / (time.toMillis() / 1000.0));
    }

    /** {@code 1,052 deals a second}, {@code 0.4 deals a second}. */
    static String rate(double perSecond) {
        return String.format(Locale.ROOT, perSecond < 10 ? "%,.1f deals a second" : "%,.0f deals a second", perSecond);
    }
}
