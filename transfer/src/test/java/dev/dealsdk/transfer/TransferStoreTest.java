package dev.dealsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferStoreTest {
    @TempDir
    private Path folder;

    @Test
    void fingerprints_manyNewFieldsAtOnce_haveNumbersOfTheirOwn() {
        try (TransferStore store = TransferStore.open(folder.resolve("move.store"))) {
            IntStream.range(0, 400).parallel().forEach(i -> {
                Map<Integer, Integer> prints = store.fingerprints().of(Map.of("custom.f" + i, "x"));
                assertThat(prints).hasSize(1);
            });

            assertThat(store.fields()).hasSize(400);
        }
    }

    @Test
    void open_afterClose_hasWhatWasNoted() {
        Path file = folder.resolve("move.store");
        try (TransferStore store = TransferStore.open(file)) {
            store.put("a", StoredDeal.of(TransferState.CREATED).created("b", Map.of(1, 2)));
        }
        try (TransferStore store = TransferStore.open(file)) {
            assertThat(store.find("a").orElseThrow().target()).containsEntry(1, 2);
            assertThat(store.sourceOf("b")).contains("a");
        }
    }

    @Test
    void ids_ofEveryKind_comeBackLetterByLetter() {
        Path file = folder.resolve("move.store");
        List<String> ids = List.of(
                "880e8400-e29b-41d4-a716-446655440000",
                "880E8400-E29B-41D4-A716-446655440000",
                "880e8400-e29b-41d4-a716-44665544000g",
                "deal_0190f5fe5ce3a8b1",
                "",
                "1",
                "\u00e9\u4e2d\ud83d\ude00",
                "x".repeat(300));
        try (TransferStore store = TransferStore.open(file)) {
            ids.forEach(id -> store.put(id, StoredDeal.of(TransferState.CREATED).created(id, Map.of())));
        }

        try (TransferStore store = TransferStore.open(file)) {
            assertThat(ids)
                    .allSatisfy(id ->
                            assertThat(store.find(id).orElseThrow().targetId()).contains(id));
        }
    }

    @Test
    void deal_withEverything_comesBackAsItWas() {
        Path file = folder.resolve("move.store");
        StoredDeal whole = new StoredDeal(
                TransferState.UNKNOWN,
                StoredDeal.Step.CLOSE,
                true,
                Optional.of("target"),
                1_795_000_000_000L,
                Optional.of("0f8fad5b-d9cb-469f-a165-70867728950e"),
                Optional.of("InvalidRequestException of name, HTTP 422"),
                Map.of(0, 7, 1, -1, 300, Integer.MIN_VALUE),
                Map.of(0, 7, 1, 5, 301, 0));
        try (TransferStore store = TransferStore.open(file)) {
            store.put("a", whole);
        }

        try (TransferStore store = TransferStore.open(file)) {
            assertThat(store.find("a")).contains(whole);
        }
    }

    @Test
    void close_afterManyCommits_leavesUnder200BytesADealAndAllOfIt() throws Exception {
        Path file = folder.resolve("move.store");
        int deals = 2_000;
        try (TransferStore store = TransferStore.open(file)) {
            for (int i = 0; i < deals; i++) {
                Map<Integer, Integer> prints = new TreeMap<>();
                for (int field = 0; field < 10; field++) {
                    prints.put(field, 31 * i + field * 0x9E3779B1);
                }
                StoredDeal made = StoredDeal.intent(i, Optional.empty(), Map.of())
                        .created("deal_" + UUID.nameUUIDFromBytes(new byte[] {(byte) i, (byte) (i >> 8)}), prints);
                store.put(new UUID(i, 31L * i).toString(), made.finished(TransferState.CREATED, prints, prints));
                if (i % 50 == 0) {
                    store.force();
                }
            }
        }

        assertThat(Files.size(file) / deals).isLessThan(200);
        assertThat(folder.resolve("move.store.new")).doesNotExist();
        try (TransferStore store = TransferStore.open(file)) {
            assertThat(store.size()).isEqualTo(deals);
            assertThat(store.find(new UUID(1_999, 31L * 1_999).toString())
                            .orElseThrow()
                            .source())
                    .hasSize(10);
        }
    }

    @Test
    void open_storeOfAnotherFormat_isRefusedWithWhatToDo() {
        Path file = folder.resolve("move.store");
        try (MVStore other = MVStore.open(file.toString())) {
            other.openMap("about").put("salt", "00");
        }

        assertThatThrownBy(() -> TransferStore.open(file))
                .isInstanceOf(TransferException.class)
                .hasMessageContaining("has format 1");
        assertThatThrownBy(() -> TransferStore.open(file))
                .as("the lock is free again")
                .hasMessageContaining("has format 1");
    }
}
