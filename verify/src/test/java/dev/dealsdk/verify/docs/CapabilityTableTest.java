package dev.dealsdk.verify.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.examples.CapabilityTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

final class CapabilityTableTest {

    @TestFactory
    Stream<DynamicTest> documentation_saysWhatTheProvidersSay() throws Exception {
        Path root = CapabilityTable.root();
        return CapabilityTable.filesIn(root).entrySet().stream()
                .map(file ->
                        DynamicTest.dynamicTest(root.relativize(file.getKey()).toString(), () -> isFresh(file)));
    }

    private static void isFresh(Map.Entry<Path, String> file) throws Exception {
        assertThat(Files.exists(file.getKey()) ? Files.readString(file.getKey()) : "")
                .as("%s is stale; write it with: %s", file.getKey().getFileName(), CapabilityTable.COMMAND)
                .isEqualTo(file.getValue());
    }
}
