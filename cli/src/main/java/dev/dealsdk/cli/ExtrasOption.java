package dev.dealsdk.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Fields and filters that only the vendor has. */
final class ExtrasOption {
    @Option(
            names = "--set",
            paramLabel = "key=json",
            description = {
                "A field or filter by its vendor-specific name, with its value as JSON; may be repeated.",
                "Strings need quotes: --set 'priority=\"high\"'."
            })
    private final List<String> settings = new ArrayList<>();

    Map<String, @Nullable Object> extras() {
        return JsonArguments.pairs("--set", settings);
    }
}
