package dev.dealsdk.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes what the providers say of themselves into {@code docs/capabilities.md}, and the short form of it into {@code
 * README.md}, so that the documentation cannot say anything else.
 */
public final class CapabilityTable {
    /** Writes both files when it is run in the root of the project. */
    public static final String COMMAND =
            "mvn -q -pl examples -am compile exec:java -Dexec.mainClass=dev.dealsdk.examples.CapabilityTable";

    private static final String BEGIN = "<!-- capabilities:begin -->";
    private static final String END = "<!-- capabilities:end -->";

    private CapabilityTable() {}

    /** Writes both files, below the directory that is named, or else the one with the sources in and above this one. */
    public static void main(String[] args) throws IOException {
        Path root = args.length > 0 ? Path.of(args[0]) : root();
        for (Map.Entry<Path, String> file : filesIn(root).entrySet()) {
            Files.createDirectories(file.getKey().toAbsolutePath().getParent());
            Files.writeString(file.getKey(), file.getValue());
        }
    }

    /**
     * Finds the directory of the whole project from anywhere in it.
     *
     * @return an absolute path
     * @throws IllegalStateException if the working directory is not in the project
     */
    public static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("sdk-bom/pom.xml"))) {
            directory = directory.getParent();
            if (directory == null) {
                throw new IllegalStateException("this is no directory of the project; name its root as an argument");
            }
        }
        return directory;
    }

    /**
     * Generates the documentation without writing it.
     *
     * @param root the directory of the whole project
     * @return each file with the text it should hold
     * @throws IOException if the README cannot be read
     */
    public static Map<Path, String> filesIn(Path root) throws IOException {
        List<VendorClaims> vendors = VendorClaims.all();
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(root.resolve("docs/capabilities.md"), CapabilityPage.of(vendors));
        Path readme = root.resolve("README.md");
        String text = Files.exists(readme) ? Files.readString(readme) : BEGIN + "\n" + END + "\n";
        files.put(readme, between(text, CapabilityPage.overview(vendors)));
        return files;
    }

    private static String between(String text, String table) {
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("README.md has no place for the table between " + BEGIN + " and " + END);
        }
        return text.substring(0, begin + BEGIN.length()) + "\n\n" + table + "\n" + text.substring(end);
    }
}
