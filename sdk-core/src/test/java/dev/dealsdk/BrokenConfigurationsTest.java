package dev.dealsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.dealsdk.internal.client.ProviderClassPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case of {@code broken-configurations.txt} is refused with the lines that stand there. */
final class BrokenConfigurationsTest {
    @TempDir
    private Path directory;

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @AfterEach
    void restore() {
        Thread.currentThread().setContextClassLoader(before);
    }

    record Part(String kind, String name, List<String> lines) {}

    record Case(String name, List<Part> parts) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String line : resource().lines().toList()) {
            if (line.startsWith("== ")) {
                cases.add(new Case(line.substring(3), new ArrayList<>()));
            } else if (line.startsWith("-- ")) {
                String[] words = line.substring(3).split(" ", 2);
                String name = words.length > 1 ? words[1] : "";
                last(cases).parts().add(new Part(words[0], name, new ArrayList<>()));
            } else if (!line.isBlank() && !cases.isEmpty()) {
                last(last(cases).parts()).lines().add(line);
            }
        }
        return cases;
    }

    @Test
    void cases_thirtyOrMore_areCollected() throws IOException {
        assertThat(cases()).hasSizeGreaterThan(40);
        assertThat(cases()).extracting(Case::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void configuration_broken_isRefusedWithTheseLines(Case broken) throws IOException {
        ProviderClassPath.enter(
                directory.resolve("providers"), "dev.dealsdk.fake.FakeProvider", "dev.dealsdk.fake.StagedProvider");
        TestSources sources = new TestSources(directory);
        for (Part part : broken.parts()) {
            prepare(part, sources);
        }

        Part expected = last(broken.parts());
        ConfigurationException thrown = expected.kind().equals("load")
                ? catchThrowableOfType(ConfigurationException.class, sources::load)
                : connecting(sources.load());

        assertThat(thrown).as("nothing was refused").isNotNull();
        assertThat(thrown.problems())
                .containsExactlyElementsOf(
                        expected.lines().stream().map(this::inDirectory).toList());
        assertThat(thrown.getMessage()).doesNotContain("s3cr3t");
    }

    private static ConfigurationException connecting(DealsConfig config) {
        return catchThrowableOfType(
                ConfigurationException.class, () -> DealsClient.connect(config).close());
    }

    private void prepare(Part part, TestSources sources) throws IOException {
        Path path = directory.resolve(part.name());
        String[] lines = part.lines().stream().map(this::inDirectory).toArray(String[]::new);
        switch (part.kind()) {
            case "file" -> sources.fileAt(part.name(), lines);
            case "latin1" -> sources.bytes(part.name(), String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1));
            case "directory" -> Files.createDirectory(path);
            case "unreadable" -> {
                sources.fileAt(part.name(), lines);
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("---------"));
                assumeFalse(Files.isReadable(path), "this user may read everything");
            }
            case "environment" -> {
                for (String line : lines) {
                    sources.environment(name(line), value(line));
                }
            }
            case "system" -> {
                for (String line : lines) {
                    sources.systemProperty(name(line), value(line));
                }
            }
            case "load", "connect" -> assertThat(lines).isNotEmpty();
            default -> throw new IllegalArgumentException("unknown part " + part.kind());
        }
    }

    private static String name(String line) {
        return line.substring(0, line.indexOf('='));
    }

    private static String value(String line) {
        return line.substring(line.indexOf('=') + 1).replace("\\n", "\n");
    }

    private String inDirectory(String line) {
        return line.replace("{dir}", directory.toString());
    }

    private static String resource() throws IOException {
        String name = "broken-configurations.txt";
        try (InputStream in = BrokenConfigurationsTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }
}
