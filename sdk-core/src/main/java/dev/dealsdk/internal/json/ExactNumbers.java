package dev.dealsdk.internal.json;

import java.math.BigDecimal;

/** Brings equal numbers into one form without ever losing a digit. */
public final class ExactNumbers {
    /** Whole numbers of more digits than this get an exponent: 1E+2000000000 must not be written out. */
    private static final int MAX_PADDING = 64;

    private ExactNumbers() {}

    /** The same number without trailing zeros after the point: 12.50 and 12.5 become 12.5, 1E+2 becomes 100. */
    public static BigDecimal strip(BigDecimal number) {
        if (number.scale() == 0 && number.precision() <= MAX_PADDING) {
            return number;
        }
        BigDecimal stripped = stripped(number);
        return stripped.scale() < 0 && stripped.precision() - (long) stripped.scale() <= MAX_PADDING
                ? stripped.setScale(0)
                : stripped;
    }

    private static BigDecimal stripped(BigDecimal number) {
        try {
            return number.stripTrailingZeros();
        } catch (ArithmeticException exponentTooLarge) {
            return number;
        }
    }
}
