package dev.dealsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dealsdk.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of a cross-walk, written and read. */
class CrosswalkTest {
    @TempDir
    private Path folder;

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("walk.csv"), text);
    }

    private List<String> faults(String text) throws Exception {
        Path file = file(text);
        List<String> faults = new ArrayList<>();
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Crosswalk.read(file))
                .satisfies(thrown ->
                        thrown.problems().forEach(problem -> faults.add(problem.replace(folder.toString() + "/", ""))));
        return faults;
    }

    @Test
    void read_whatWriteWrote_givesEveryIdBack() {
        CrosswalkLines lines = new CrosswalkLines(Optional.of("play2sell"), Optional.of("stora"));
        List<String> odd =
                List.of("=1+1", "'quoted", "'=1", "a,b", "a;b", "say \"hi\"", "\"", "ü€😀", "zz", "a", "@x", "+1");
        for (int i = 0; i < odd.size(); i++) {
            lines.add(odd.get(i), "deal_" + i, i);
        }
        Crosswalk written = lines.toCrosswalk();
        Path file = folder.resolve("walk.csv");
        written.write(file);

        Crosswalk read = Crosswalk.read(file);

        assertThat(read.csv()).isEqualTo(written.csv()).startsWith("source play2sell,target stora\n");
        assertThat(read.targetProvider()).hasValue("stora");
        assertThat(read.sourceProvider()).hasValue("play2sell");
        assertThat(read.targets()).hasSize(odd.size());
        for (int i = 0; i < odd.size(); i++) {
            assertThat(read.targetOf(odd.get(i))).hasValue("deal_" + i);
        }
        assertThat(read.targetOf("=1")).isEmpty();
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "source,target\na,1\nb,2\n",
                "\ufeffsource,target\r\na,1\r\nb,2",
                "source;target\na;1\n\nb;2\n",
                "source\ttarget\nb\t2\na\t1\n",
                "\"source\",\"target\"\n\"a\",\"1\"\n\"b\",\"2\"\na,1\n"
            })
    void read_asSpreadsheetsSaveIt_isTheSame(String text) throws Exception {
        Crosswalk read = Crosswalk.read(file(text));

        assertThat(read.targets()).isEqualTo(Map.of("a", "1", "b", "2"));
        assertThat(read.targetProvider()).isEmpty();
    }

    @Test
    void read_fileThatIsNone_isRefused() throws Exception {
        assertThat(faults("deals.provider=stora\n"))
                .containsExactly(
                        "walk.csv is not a cross-walk: its first line is not source,target; use a file written by"
                                + " deals transfer run --crosswalk");
        assertThat(faults("source,target,state,reason\na,,FAILED,x\n"))
                .hasSize(1)
                .first()
                .asString()
                .contains("not a cross-walk");
        assertThat(faults("")).hasSize(1).first().asString().contains("not a cross-walk");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Crosswalk.read(folder.resolve("absent.csv")))
                .withMessageContaining("absent.csv does not exist");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Crosswalk.read(folder))
                .withMessageContaining("is not a file");
        Path latin = Files.write(
                folder.resolve("latin.csv"), "source,target\n\u00fc,1\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Crosswalk.read(latin))
                .withMessageContaining("is not UTF-8");
    }

    @Test
    void read_linesThatCannotBeUsed_areNamed() throws Exception {
        assertThat(faults("source,target\na,1,x\nb\n,3\nc,\n" + "d".repeat(600) + ",4\ne,5\u0007\n"))
                .containsExactly(
                        "walk.csv line 2: expected 2 columns, the old id and the new id, found 3",
                        "walk.csv line 3: expected 2 columns, the old id and the new id, found 1",
                        "walk.csv line 4: the old id is missing",
                        "walk.csv line 5: the new id is missing",
                        "walk.csv line 6: an id is longer than 512 characters or contains a control character",
                        "walk.csv line 7: an id is longer than 512 characters or contains a control character");
        assertThat(faults("source,target\n" + "x\n".repeat(25)))
                .hasSize(11)
                .last()
                .isEqualTo("walk.csv has 15 more errors");
    }

    @Test
    void read_ambiguousIds_areRefused() throws Exception {
        assertThat(faults("source,target\na,1\nb,2\na,3\n"))
                .containsExactly(
                        "walk.csv line 4: the old id a has a different new id in line 2; remove the wrong line");
        assertThat(faults("source,target\na,b\nb,c\n"))
                .containsExactly(
                        "walk.csv line 2: the new id b is also an old id, so it could mean either deal; remove the wrong line");
        assertThat(Crosswalk.read(file("source,target\na,a\na,a\nb,a\n")).targets())
                .isEqualTo(Map.of("a", "a", "b", "a"));
    }

    @Test
    void read_hundredThousandLinesInAnyOrder_findsEach() throws Exception {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(16));
        StringBuilder text = new StringBuilder("source,target\n");
        order.forEach(i -> text.append(uuid(i)).append(",deal_").append(i).append('\n'));

        Crosswalk read = Crosswalk.read(file(text.toString()));

        assertThat(read.size()).isEqualTo(100_000);
        for (int i = 0; i < 100_000; i++) {
            if (!read.targetOf(uuid(i)).equals(Optional.of("deal_" + i))) {
                throw new AssertionError("line of " + i);
            }
        }
        assertThat(read.targetOf(uuid(100_000))).isEmpty();
    }

    private static String uuid(int number) {
        return "880e8400-e29b-41d4-a716-" + (446_655_000_000L + number);
    }

    @Test
    void translate_fileThatChangesUnderTwoThreads_givesTheOldOrTheNewIdAndKeepsTheLastGoodFile() throws Exception {
        Path file = folder.resolve("walk.csv");
        walk("1").write(file);
        CrosswalkIds ids = new CrosswalkIds();
        ids.open(file, "fake", id -> true);
        assertThat(ids.translate("a1")).hasValue("n1-1");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CountDownLatch begun = new CountDownLatch(2);
            List<Future<Boolean>> seen = new ArrayList<>();
            for (int t = 0; t < 2; t++) {
                seen.add(threads.submit(() -> {
                    begun.countDown();
                    boolean allKnown = true;
                    for (int i = 0; i < 5000; i++) {
                        String id = ids.translate("a" + i % 100).orElse("none");
                        allKnown &= id.equals("n" + i % 100 + "-1") || id.equals("n" + i % 100 + "-22");
                    }
                    return allKnown;
                }));
            }
            begun.await();
            walk("22").write(file);
            for (Future<Boolean> thread : seen) {
                assertThat(thread.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(ids.translate("a1")).hasValue("n1-22");

        file("no cross-walk any more");

        assertThat(ids.translate("a1")).hasValue("n1-22");
    }

    private static Crosswalk walk(String version) {
        CrosswalkLines lines = new CrosswalkLines(Optional.empty(), Optional.empty());
        for (int i = 0; i < 100; i++) {
            lines.add("a" + i, "n" + i + "-" + version, i);
        }
        return lines.toCrosswalk();
    }

    @Test
    void open_otherProvidersCrosswalk_isRefused() throws Exception {
        Path file = file("source play2sell,target stora\na,deal_1\n");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> new CrosswalkIds().open(file, "play2sell", id -> true))
                .withMessageContaining(
                        "maps to deals of stora, but this account is at play2sell; set the key in the configuration of stora");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> new CrosswalkIds().open(file, "backside", id -> true))
                .withMessageContaining(
                        "maps to deals of stora, but this account is at backside; use the cross-walk of a transfer");
        Path unnamed = file("source,target\na,deal_1\n");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> new CrosswalkIds().open(unnamed, "backside", id -> id.length() == 36))
                .withMessageContaining("the new id deal_1 of a cannot be the id of a deal at backside");
    }
}
