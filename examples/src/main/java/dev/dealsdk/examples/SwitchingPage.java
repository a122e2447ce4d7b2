package dev.dealsdk.examples;

import dev.dealsdk.portability.Portability;
import dev.dealsdk.portability.Requirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes the reports of {@code docs/switching.md}, each from the files that the page shows before it. */
public final class SwitchingPage {
    private static final int COLUMNS = 100;
    private static final Pattern BLOCK =
            Pattern.compile("<!-- (file|report|summary): ([^>]+?) -->\n```(\\w+)\n(.*?)```", Pattern.DOTALL);

    private final Path directory;

    private SwitchingPage(Path directory) {
        this.directory = directory;
    }

    /** Writes the page, below the directory that is named, or else in the project around the working directory. */
    public static void main(String[] args) throws IOException {
        Path page = (args.length > 0 ? Path.of(args[0]) : CapabilityTable.root()).resolve("docs/switching.md");
        Files.writeString(page, of(Files.readString(page)));
    }

    /**
     * Makes the reports anew.
     *
     * @param page with a {@code report} of two files, or a {@code summary} of one file and those it is compared to, which must
     *     be shown before
     * @return the page with what the SDK says today
     * @throws IOException if there is no room for the files
     */
    static String of(String page) throws IOException {
        Path directory = Files.createTempDirectory("switching");
        try {
            return new SwitchingPage(directory).written(page);
        } finally {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private String written(String page) throws IOException {
        Matcher block = BLOCK.matcher(page);
        StringBuilder written = new StringBuilder();
        while (block.find()) {
            List<String> names = List.of(block.group(2).split(" "));
            String text = block.group(4);
            if (block.group(1).equals("file")) {
                Files.writeString(directory.resolve(names.get(0)), text);
            } else if (block.group(1).equals("report")) {
                text = report(names.get(0), names.get(1));
            } else {
                text = summary(names);
            }
            block.appendReplacement(
                    written,
                    Matcher.quoteReplacement("<!-- " + block.group(1) + ": " + block.group(2) + " -->\n```"
                            + block.group(3) + "\n" + text + "```"));
        }
        return block.appendTail(written).toString();
    }

    private String report(String from, String to) throws IOException {
        return Portability.compare(
                        directory.resolve(from),
                        directory.resolve(to),
                        Requirements.load(directory.resolve("usage.properties")))
                .render(COLUMNS)
                .replace(directory + "/", "");
    }

    /** The first lines of reports: with provider and token alone, and with the whole file. */
    private String summary(List<String> names) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String name : names.subList(1, names.size())) {
            List<String> plain = Files.readAllLines(directory.resolve(name)).stream()
                    .filter(line -> line.startsWith("deals.provider=") || line.startsWith("deals.token="))
                    .toList();
            Files.write(directory.resolve("plain.properties"), plain);
            lines.add("before: " + firstLine(report(names.get(0), "plain.properties")));
            lines.add("after:  " + firstLine(report(names.get(0), name)));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String firstLine(String report) {
        return report.substring(0, report.indexOf('\n'));
    }
}
