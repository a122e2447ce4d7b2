package dev.dealsdk.verify.architecture.offending;

import java.util.List;
import java.util.Locale;

/** Writes other text where another language is spoken. */
public final class DefaultLocale {
    private DefaultLocale() {}

    @SuppressWarnings({"StringCaseLocaleUsage", "AnnotateFormatMethod"})
    public static List<String> texts(String text, int number) {
        return List.of(
                String.format("%d", number),
                "%d".formatted(number),
                text.toLowerCase(),
                text.toLowerCase(Locale.ROOT),
                String.format(Locale.ROOT, "%d", number));
    }

    @SuppressWarnings("StringCaseLocaleUsage")
    public static List<String> upperCase(List<String> texts) {
        return texts.stream().map(String::toUpperCase).toList();
    }
}
