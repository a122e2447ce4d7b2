package dev.dealsdk.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
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
}
