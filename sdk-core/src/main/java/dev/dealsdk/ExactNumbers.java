package dev.dealsdk;

import java.math.BigDecimal;

/** Brings equal numbers into one form without ever losing a digit. */
final class ExactNumbers {
    /** Numbers with more zeros than this before the point keep their exponent: 1E+2000000000 must not become text. */
    private static final int MAX_PADDING = 64;

    private ExactNumbers() {}

    /** The same number without trailing zeros after the point: 12.50 and 12.5 become 12.5, 1E+2 becomes 100. */
    static BigDecimal strip(BigDecimal number) {
        if (number.scale() == 0) {
            return number;
        }
        BigDecimal stripped = number.scale() > 0 ? number.stripTrailingZeros() : number;
        return stripped.scale() < 0 && stripped.scale() >= -MAX_PADDING ? stripped.setScale(0) : stripped;
    }
}
