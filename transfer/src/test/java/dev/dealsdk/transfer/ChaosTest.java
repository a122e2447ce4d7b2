package dev.dealsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Loss;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.testkit.BacksideSimulator;
import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.StardexSimulator;
import dev.dealsdk.testkit.StoraSimulator;
import dev.dealsdk.testkit.VendorSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A real process moves deals under faults on both sides, and is killed at random moments: in the end every deal is there exactly once,
 * judged by what the simulator has. The system properties {@code transfer.chaos.deals}, {@code transfer.chaos.kills} and {@code
 * transfer.chaos.seed} make it longer or another one.
 */
class ChaosTest {
    private static final int DEALS = Integer.getInteger("transfer.chaos.deals", 40);
    private static final int KILLS = Integer.getInteger("transfer.chaos.kills", 2);
    private static final long SEED = Long.getLong("transfer.chaos.seed", 20261128L);
    /** Surefire's own class path is a jar that only points to the real one. */
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    /** Those that win and lose deals without a configured stage. */
    private static final Set<String> CLOSING = Set.of("play2sell", "stora");

    private static final Pattern MARK = Pattern.compile("chaos-\\d{5}");

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} to {1}, references {2}")
    @CsvSource({
        "play2sell, stora, true",
        "stora, stardex, true",
        "play2sell, backside, true",
        "backside, play2sell, true",
        "stora, play2sell, false"
    })
    void run_killedUnderFaults_everyDealIsThereExactlyOnce(String from, String to, boolean references)
            throws Exception {
        try (VendorSimulator source = start(from);
                VendorSimulator target = start(to)) {
            write("source.properties", keys(source, from, false));
            write("target.properties", keys(target, to, references));
            write("mapping.properties", mapping(CLOSING.contains(from) && CLOSING.contains(to)));
            plant();
            faults(source, SEED);
            faults(target, SEED + 1);
            Random random = new Random(SEED);
            int killed = 0;
            for (int i = 0; i < KILLS; i++) {
                killed += killedAtSomeMoment(random, target) ? 1 : 0;
            }
            source.faults().clear();
            target.faults().clear();

            List<RunReport> reports = new ArrayList<>();
            for (int i = 0;
                    i < 3
                            && (reports.isEmpty()
                                    || !reports.get(reports.size() - 1).isComplete());
                    i++) {
                reports.add(TransferProcess.transfer(folder).run());
            }
            String told = reports.stream().map(RunReport::render).collect(Collectors.joining("\n"));

            Map<String, Integer> there = marks(target);
            assertThat(killed).as("processes that were killed").isPositive();
            assertThat(there.values())
                    .as("no deal twice, seed %s%n%s", SEED, told)
                    .allMatch(count -> count == 1);
            assertThat(there).as("no deal lost, seed %s%n%s", SEED, told).hasSize(DEALS);
            assertThat(reports.get(reports.size() - 1).isComplete()).as(told).isTrue();
            VerifyReport proof = TransferProcess.transfer(folder).verify();
            assertThat(proof.missing() + proof.different() + proof.extra())
                    .as(proof.render())
                    .isZero();
            target.clearJournal();
            assertThat(TransferProcess.transfer(folder).run().isComplete()).isTrue();
            assertThat(target.journal()).as("a run over a finished store").noneMatch(request -> request.applied());
        }
    }

    private static VendorSimulator start(String vendor) {
        return switch (vendor) {
            case "play2sell" -> Play2SellSimulator.start();
            case "stora" -> StoraSimulator.start();
            case "stardex" -> StardexSimulator.start();
            default -> BacksideSimulator.start();
        };
    }

    private static Map<String, String> keys(VendorSimulator vendor, String name, boolean references) {
        Map<String, String> keys = new LinkedHashMap<>(vendor.config());
        keys.put("deals.max-attempts", "2");
        keys.put("deals.max-retry-delay", "20ms");
        keys.put("deals.allow-unverified", "true");
        if (name.equals("stora")) {
            keys.put("deals.keep.value", "custom:amount");
            keys.put("deals.default.lost-reason", "price_concerns");
        }
        if (name.equals("play2sell")) {
            keys.put("deals.default.value", "0");
            keys.put("deals.default.lost-reason", "price");
        }
        if (references) {
            keys.put(
                    "deals.reference-field",
                    vendor instanceof StardexSimulator stardex
                            ? stardex.addCustomField("moved", "string")
                            : "moved_from");
        }
        return keys;
    }

    private static Map<String, String> mapping(boolean closes) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("closed", closes ? "recreate" : "open-only");
        for (String group : List.of("stage", "owner", "extra", "custom")) {
            lines.put(group + ".*", group.equals("stage") ? "-" : "drop");
        }
        for (String field : Fields.names()) {
            if (!field.equals("name") && !field.equals("value") && !field.equals("stage")) {
                lines.put("field." + field, "drop");
            }
        }
        return lines;
    }

    private void write(String name, Map<String, String> lines) throws IOException {
        Files.writeString(
                folder.resolve(name),
                lines.entrySet().stream()
                        .map(line -> line.getKey() + "=" + line.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    private void plant() {
        try (DealsClient client = DealsClient.connect(DealsConfig.load(folder.resolve("source.properties")))) {
            if (client.capabilities().supports(Operation.DELETE)) {
                List<Deal> seeded = client.list(DealQuery.all()).stream().toList();
                seeded.forEach(deal -> client.delete(deal.id()));
            }
            for (int i = 0; i < DEALS; i++) {
                Deal deal = client.create(NewDeal.builder()
                        .name(String.format("chaos-%05d", i))
                        .value(DealValue.of(String.valueOf(100 + i)))
                        .build());
                if (i % 5 == 4 && client.capabilities().supports(Operation.WIN)) {
                    deal = client.win(deal.id());
                } else if (i % 5 == 3 && client.capabilities().supports(Operation.LOSE)) {
                    deal = client.lose(deal.id(), Loss.builder().build());
                }
            }
        }
    }

    private static void faults(VendorSimulator vendor, long seed) {
        vendor.inject(Fault.cutAfterProcessing().share(0.06, seed).always());
        vendor.inject(Fault.status(503).share(0.04, seed + 10).always());
        vendor.inject(Fault.status(429)
                .header("Retry-After", "0")
                .share(0.04, seed + 20)
                .always());
        vendor.inject(Fault.cutBeforeProcessing().share(0.03, seed + 30).always());
        vendor.inject(Fault.malformedBody().share(0.02, seed + 40).always());
    }

    /** Kills a process some time after it has begun to write; whether it was still at work. */
    private boolean killedAtSomeMoment(Random random, VendorSimulator target) throws Exception {
        target.clearJournal();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        CLASS_PATH,
                        TransferProcess.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("process.log").toFile())
                .start();
        try {
            int requests = 3 + random.nextInt(2 * DEALS / (KILLS + 1));
            while (process.isAlive() && !arrived(target, requests)) {
                // The process is starting, or slow.
            }
            return !process.waitFor(random.nextInt(30), TimeUnit.MILLISECONDS);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static boolean arrived(VendorSimulator target, int requests) throws InterruptedException {
        try {
            List<?> unused = target.awaitRequests(requests, Duration.ofMillis(300));
            return true;
        } catch (AssertionError tooFew) {
            return false;
        }
    }

    private static Map<String, Integer> marks(VendorSimulator target) {
        Map<String, Integer> marks = new TreeMap<>();
        for (Map<String, ?> deal : target.deals()) {
            Matcher mark = MARK.matcher(String.valueOf(deal.get("name")) + deal.get("title"));
            if (mark.find()) {
                marks.merge(mark.group(), 1, Integer::sum);
            }
        }
        return marks;
    }
}
