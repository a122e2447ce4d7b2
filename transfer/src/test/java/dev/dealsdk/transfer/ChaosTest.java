package dev.dealsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.Deal;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.DealsException;
import dev.dealsdk.Operation;
import dev.dealsdk.testkit.BacksideSimulator;
import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.JournalEntry;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A real process moves deals under faults of every kind on both sides, while deals are changed, deleted and added at the source; it is
 * killed at random moments, once its disk is full, once its token expires, and its store is lost once where the target keeps references. In the end every deal is there exactly once, judged by
 * what the simulators have.
 *
 * <p>A short one runs with all tests. {@code -Dtransfer.chaos=full} moves 2,000 deals for each of 15 pairs and kills 4 processes a
 * pair; {@code transfer.chaos.deals}, {@code transfer.chaos.kills}, {@code transfer.chaos.seed} and {@code transfer.chaos.pairs} (a
 * part of their names) make it another one.
 */
class ChaosTest {
    private static final boolean FULL = "full".equals(System.getProperty("transfer.chaos"));
    private static final int DEALS = Integer.getInteger("transfer.chaos.deals", FULL ? 2_000 : 40);
    private static final int KILLS = Integer.getInteger("transfer.chaos.kills", FULL ? 4 : 2);
    private static final long SEED = Long.getLong("transfer.chaos.seed", 20261128L);
    private static final String PAIRS = System.getProperty("transfer.chaos.pairs", "");
    /** Surefire's own class path is a jar that only points to the real one. */
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private static final List<String> VENDORS = List.of("play2sell", "stora", "stardex", "backside");
    /** Those that win and lose deals without a configured stage. */
    private static final Set<String> CLOSING = Set.of("play2sell", "stora");

    private static final Pattern MARK = Pattern.compile("chaos-\\d{5}");

    @TempDir
    private Path folder;

    private final List<JournalEntry> journal = new ArrayList<>();
    private int added;

    static Stream<Arguments> pairs() {
        List<Arguments> pairs = new ArrayList<>();
        for (String from : VENDORS) {
            for (String to : VENDORS) {
                if (!from.equals(to) && (FULL || (from.equals("play2sell") && to.equals("stora")))) {
                    pairs.add(Arguments.of(from, to, true));
                }
            }
        }
        pairs.add(Arguments.of("stora", "play2sell", false));
        if (FULL) {
            pairs.add(Arguments.of("play2sell", "stora", false));
            pairs.add(Arguments.of("play2sell", "backside", false));
        }
        return pairs.stream().filter(pair -> List.of(pair.get()).toString().contains(PAIRS));
    }

    @ParameterizedTest(name = "{0} to {1}, references {2}")
    @MethodSource("pairs")
    void run_killedUnderFaults_everyDealIsThereExactlyOnce(String from, String to, boolean references)
            throws Exception {
        try (VendorSimulator source = start(from);
                VendorSimulator target = start(to)) {
            boolean closes = CLOSING.contains(from) && CLOSING.contains(to);
            write("source.properties", keys(source, from, false));
            write("target.properties", keys(target, to, references));
            write("mapping.properties", mapping(closes));
            plant(source, from);
            int before = target.deals().size();
            faults(source, SEED);
            faults(target, SEED + 1);
            Random random = new Random(SEED);
            String full = fullDisk();
            int killed = 0;
            // A fault may end a process before it is killed.
            for (int begun = 0; killed < KILLS && begun < 5 * KILLS; begun++) {
                killed += killedAtSomeMoment(random, source, target) ? 1 : 0;
                if (begun == KILLS / 2) {
                    expireTokens(source);
                    expireTokens(target);
                }
                if (references && begun == KILLS - 1) {
                    Files.delete(folder.resolve("move.store"));
                }
            }
            source.faults().clear();
            target.faults().clear();
            readJournal(target);

            List<RunReport> reports = new ArrayList<>();
            do {
                reports.add(TransferProcess.transfer(folder).run());
            } while (reports.size() < 3 && !reports.get(reports.size() - 1).isComplete());

            String told = "seed " + SEED + "\n"
                    + reports.stream().map(RunReport::render).collect(Collectors.joining("\n"));
            assertThat(killed)
                    .as(
                            "processes that were killed; the last one said: %s",
                            Files.readString(folder.resolve("process.log")))
                    .isGreaterThanOrEqualTo(FULL ? KILLS : 1);
            assertThat(full).as("a full disk").contains("free disk space");
            judge(source, target, closes, told);
            assertThat(reports.get(reports.size() - 1).isComplete()).as(told).isTrue();
            VerifyReport proof = TransferProcess.transfer(folder).verify();
            assertThat(proof.missing() + proof.different()).as(proof.render()).isZero();
            readJournal(target);
            assertThat(createsByMark().entrySet())
                    .as("creates that the target applied, by its journal; %s", told)
                    .hasSizeGreaterThanOrEqualTo(DEALS / 2)
                    .allMatch(count -> count.getValue() == 1);
            assertThat(TransferProcess.transfer(folder).run().isComplete()).isTrue();
            assertThat(target.journal()).as("a run over a finished store").noneMatch(JournalEntry::applied);
            long bytes = Files.size(folder.resolve("move.store"))
                    / Math.max(1, source.deals().size());
            if (DEALS >= 1_000) {
                assertThat(bytes).as("bytes a deal in the store").isLessThan(300);
            }
            System.out.println("chaos " + from + " to " + to + (references ? "" : " without references") + ": "
                    + source.deals().size() + " deals at the source, "
                    + (target.deals().size() - before)
                    + " made at the target, " + killed + " processes killed; doubled 0, lost 0, false claims 0; "
                    + bytes + " bytes a deal");
        }
    }

    /** By the contents of both simulators and the cross-walk: nothing doubled, nothing lost, nothing claimed that is not so. */
    private void judge(VendorSimulator source, VendorSimulator target, boolean closes, String told) {
        Map<String, Integer> there = new TreeMap<>();
        Map<String, Map<String, ?>> byId = new TreeMap<>();
        for (Map<String, ?> deal : target.deals()) {
            mark(deal).ifPresent(mark -> there.merge(mark, 1, Integer::sum));
            byId.put(String.valueOf(deal.get("id")), deal);
        }
        assertThat(there.entrySet()).as("doubled; %s", told).allMatch(count -> count.getValue() == 1);
        Crosswalk walk = TransferProcess.transfer(folder).crosswalk();
        List<String> lost = new ArrayList<>();
        List<String> falseClaims = new ArrayList<>();
        for (Map<String, ?> deal : source.deals()) {
            if (deal.get("deleted_at") != null) {
                // Backside keeps what is deleted.
                continue;
            }
            String id = String.valueOf(deal.get("id"));
            Optional<Map<String, ?>> twin = walk.targetOf(id).map(byId::get);
            if (twin.isEmpty()) {
                lost.add(id);
            } else if (!Objects.equals(deal.get("name"), twin.get().get("name"))
                    || (closes && !Objects.equals(deal.get("status"), twin.get().get("status")))) {
                falseClaims.add(deal + " is not " + twin.get());
            }
        }
        assertThat(lost).as("lost; %s", told).isEmpty();
        assertThat(falseClaims).as("false claims; %s", told).isEmpty();
    }

    /** Takes over what the target has noted, and makes room for more. */
    private void readJournal(VendorSimulator target) {
        assertThat(target.droppedFromJournal()).isZero();
        journal.addAll(target.journal());
        target.clearJournal();
    }

    private Map<String, Integer> createsByMark() {
        Map<String, Integer> creates = new TreeMap<>();
        for (JournalEntry request : journal) {
            Matcher mark = MARK.matcher(request.body());
            if (request.applied() && request.method().equals("POST") && mark.find()) {
                creates.merge(mark.group(), 1, Integer::sum);
            }
        }
        return creates;
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
        if (vendor instanceof Play2SellSimulator play2sell) {
            keys.remove("deals.token");
            keys.put("deals.oauth.client-id", play2sell.clientId());
            keys.put("deals.oauth.client-secret", play2sell.clientSecret());
            keys.put("deals.oauth.token-url", play2sell.tokenUrl());
        } else if (vendor instanceof StoraSimulator stora) {
            keys.remove("deals.token");
            keys.put("deals.oauth.client-id", stora.clientId());
            keys.put("deals.oauth.client-secret", stora.clientSecret());
            keys.put("deals.oauth.token-url", stora.tokenUrl());
        }
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

    private static void plant(VendorSimulator source, String vendor) {
        for (int i = source.deals().size(); i < DEALS; i++) {
            Map<String, Object> deal = new LinkedHashMap<>(Map.of("name", String.format("chaos-%05d", i)));
            if (vendor.equals("play2sell")) {
                deal.put("value", 100 + i);
            }
            if (CLOSING.contains(vendor) && i % 5 > 2) {
                deal.put("status", i % 5 == 4 ? "won" : "lost");
            }
            source.addDeal(deal);
        }
    }

    private static void faults(VendorSimulator vendor, long seed) {
        int kind = 0;
        for (Fault fault : List.of(
                Fault.cutAfterProcessing().share(0.05, seed),
                Fault.cutBeforeProcessing().share(0.02, seed + 1),
                Fault.cutBody().share(0.02, seed + 2),
                Fault.malformedBody().share(0.02, seed + 3),
                Fault.delay(Duration.ofMillis(30)).share(0.02, seed + 4),
                Fault.status(500).share(0.01, seed + 5),
                Fault.status(500).afterProcessing().share(0.01, seed + 6),
                Fault.status(502).afterProcessing().share(0.01, seed + 7),
                Fault.status(503).share(0.03, seed + 8),
                Fault.status(504).processedAfter(Duration.ofMillis(60)).share(0.01, seed + 9),
                Fault.cutAfterProcessing().shownAfter(Duration.ofMillis(60)).share(0.01, seed + 10),
                Fault.status(200)
                        .body("<html>a proxy</html>")
                        .contentType("text/html")
                        .share(0.01, seed + 11),
                Fault.otherDeal().share(0.01, seed + 12),
                Fault.status(429).header("Retry-After", "0").share(0.03, seed + 13))) {
            vendor.inject(fault.always());
            kind++;
        }
        assertThat(kind).isEqualTo(14);
    }

    private static void expireTokens(VendorSimulator vendor) {
        if (vendor instanceof Play2SellSimulator play2sell) {
            play2sell.expireIssuedTokens();
        } else if (vendor instanceof StoraSimulator stora) {
            stora.expireIssuedTokens();
        } else {
            vendor.inject(Fault.status(401));
        }
    }

    /** A process that may write no file beyond a size; what it said. */
    private String fullDisk() throws Exception {
        Path log = folder.resolve("full.log");
        List<String> command = new ArrayList<>(List.of("bash", "-c", "ulimit -f 48; exec \"$@\"", "bash"));
        command.addAll(command());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).isNotZero();
        return Files.readString(log);
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx128m",
                "-XX:-UsePerfData",
                "-cp",
                CLASS_PATH,
                TransferProcess.class.getName(),
                folder.toString());
    }

    /** Kills a process some time after it has begun to write; whether it was still at work. */
    private boolean killedAtSomeMoment(Random random, VendorSimulator source, VendorSimulator target) throws Exception {
        readJournal(target);
        Process process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("process.log").toFile())
                .start();
        try {
            int requests = 3 + random.nextInt(Math.max(1, DEALS / (KILLS + 1)));
            boolean writes = false;
            while (process.isAlive() && !writes) {
                writes = arrived(target, 1);
            }
            long seed = random.nextLong();
            CompletableFuture<Void> disturbance = CompletableFuture.runAsync(() -> disturb(source, new Random(seed)));
            while (process.isAlive() && !arrived(target, requests)) {
                // The process is slow, or waits for a vendor.
            }
            boolean killed = !process.waitFor(random.nextInt(10), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            disturbance.get();
            return killed;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** Changes, deletes and adds deals at the source, so that rows shift while they are read. */
    private void disturb(VendorSimulator source, Random random) {
        List<String> ids = source.deals().stream()
                .map(deal -> String.valueOf(deal.get("id")))
                .toList();
        try (DealsClient client = DealsClient.connect(DealsConfig.load(folder.resolve("source.properties")))) {
            for (int i = 0; i < 1 + DEALS / 100; i++) {
                String id = ids.get(random.nextInt(ids.size()));
                source.addDeal(Map.of("name", String.format("chaos-%05d", 90_000 + added++)));
                try {
                    if (i % 3 == 2 && client.capabilities().supports(Operation.DELETE)) {
                        client.delete(id);
                    } else if (client.capabilities().supports(Operation.UPDATE)) {
                        Deal deal = client.get(id);
                        String name = deal.name().orElse("") + " again";
                        Deal unused = client.update(
                                id, DealUpdate.builder().name(name).build());
                    }
                } catch (DealsException fault) {
                    // Of those that strike the transfer as well.
                }
            }
        }
    }

    private static boolean arrived(VendorSimulator target, int requests) throws InterruptedException {
        try {
            List<?> unused = target.awaitRequests(Math.max(1, requests), Duration.ofMillis(300));
            return true;
        } catch (AssertionError tooFew) {
            return false;
        }
    }

    private static Optional<String> mark(Map<String, ?> deal) {
        Matcher mark = MARK.matcher(String.valueOf(deal.get("name")));
        return mark.find() ? Optional.of(mark.group()) : Optional.empty();
    }
}
