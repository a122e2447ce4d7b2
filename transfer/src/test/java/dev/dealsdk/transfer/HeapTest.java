package dev.dealsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plan, run and verification in a small heap. {@code -Dtransfer.heap.deals=100000} transfers 100,000 deals in a process with 64 MB and
 * prints the rate and the size of the store. That takes about three minutes on two cores, and 2 GB for the simulators in this JVM.
 */
class HeapTest {
    private static final int DEALS = Integer.getInteger("transfer.heap.deals", 400);

    private static final boolean IS_LARGE = DEALS > 10_000;

    @TempDir
    private Path folder;

    @Test
    void planRunAndVerify_manyDeals_fitIntoASmallHeap() throws Exception {
        try (Accounts accounts = new Accounts()) {
            for (int i = 0; i < DEALS; i++) {
                String unused = accounts.source()
                        .addDeal(Map.of(
                                "name", "Deal " + i, "value", new BigDecimal(100 + i), "company", "Umbrella " + i));
            }
            Map<String, String> source = new LinkedHashMap<>(accounts.source().config());
            source.put("deals.currency", "USD");
            Map<String, String> target = new LinkedHashMap<>(accounts.target().config());
            target.putAll(Accounts.targetKeys());
            write("source.properties", source);
            write("target.properties", target);
            write("mapping.properties", Accounts.mappingLines("recreate"));
            int before = accounts.target().deals().size();

            Path log = folder.resolve("process.log");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    IS_LARGE ? "-Xmx64m" : "-Xmx24m",
                    "-XX:+UseSerialGC",
                    "-Xshare:auto",
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
            if (!IS_LARGE) {
                command.add(1, "-XX:TieredStopAtLevel=1");
            }
            command.addAll(List.of(TransferProcess.class.getName(), folder.toString(), "plan", "run", "verify"));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();

            assertThat(process.waitFor()).as(Files.readString(log)).isZero();
            assertThat(accounts.target().deals()).hasSize(before + DEALS);
            long bytes = Files.size(folder.resolve("move.store")) / DEALS;
            if (IS_LARGE) {
                System.out.println(Files.readString(log) + bytes + " bytes a deal in the store");
            }
            assertThat(bytes).as("bytes a deal").isLessThan(300);
        }
    }

    private void write(String name, Map<String, String> lines) throws Exception {
        Files.writeString(
                folder.resolve(name),
                lines.entrySet().stream()
                        .map(line -> line.getKey() + "=" + line.getValue() + "\n")
                        .collect(Collectors.joining()));
    }
}
