package dev.dealsdk.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dealsdk.CallOptions;
import dev.dealsdk.ConfigurationException;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealSort;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Loss;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Requirements;
import dev.dealsdk.StageRef;
import dev.dealsdk.UnsupportedByProviderException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program uses, as it is written into the file of {@code deals.usage-file}. */
final class UsageTest {
    @TempDir
    private Path directory;

    private final FakeVendor vendor = new FakeVendor();
    private Path file;

    @BeforeEach
    void start() {
        file = directory.resolve("usage.properties");
    }

    @Test
    void calls_everyKind_areCountedByNamesAlone() {
        try (DealsClient deals = connect()) {
            Deal unused = deals.create(NewDeal.builder()
                    .name("Ann Person")
                    .value(DealValue.of("12345"))
                    .stage(StageRef.named("Lead"))
                    .customFields(Map.of("margin", "7"))
                    .extras(Map.of("priority", "high"))
                    .build());
            deals.move("d1", StageRef.id("s2"));
            deals.move("d1", StageRef.named("Won"));
            deals.get("d-person");
            deals.update("d1", DealUpdate.builder().clear(DealField.DESCRIPTION).build());
            deals.lose("d1", Loss.builder().reason("Ann").build());
            deals.list(DealQuery.builder()
                            .ownerId("u-person")
                            .sort(DealSort.CREATED_AT)
                            .build())
                    .forEach(deal -> {});
            deals.with(CallOptions.builder().idempotencyKey("k-person").build())
                    .create(NewDeal.builder()
                            .name("y")
                            .stage(StageRef.named("Lead"))
                            .build());
            BigDecimal api = deals.unwrap(BigDecimal.class);
            assertThat(api).isNotNull();
        }

        assertThat(Requirements.load(file).toString().lines())
                .containsExactly(
                        "operation.create=2",
                        "operation.get=1",
                        "operation.list=1",
                        "operation.lose=1",
                        "operation.move=2",
                        "operation.update=1",
                        "field.create.customFields=1",
                        "field.create.name=2",
                        "field.create.stage=2",
                        "field.create.value=1",
                        "field.lose.reason=1",
                        "field.move.stage=2",
                        "cleared-field.description=1",
                        "extra.create.priority=1",
                        "filter.ownerId=1",
                        "sort.created-at=1",
                        "stage.Lead=2",
                        "stage.Won=1",
                        "stage-id.any=1",
                        "custom-field.margin=1",
                        "idempotency-key.create=1",
                        "vendor-api.BigDecimal=1");
    }

    @Test
    void calls_refused_areNotCounted() {
        try (DealsClient deals = connect()) {
            assertThatExceptionOfType(UnsupportedByProviderException.class).isThrownBy(() -> deals.reopen("d1"));
            assertThatExceptionOfType(InvalidRequestException.class)
                    .isThrownBy(() -> deals.create(NewDeal.builder().name("x").build()));
        }

        assertThat(file).doesNotExist();
    }

    @Test
    void close_fileOfAnEarlierRun_isAddedTo() throws IOException {
        Files.writeString(file, "operation.get=40\nstage.In\\ Talks=2\n");

        try (DealsClient deals = connect()) {
            deals.get("d1");
            deals.get("d1");
        }

        assertThat(Requirements.load(file).toString().lines()).containsExactly("operation.get=42", "stage.In Talks=2");
        try (var files = Files.list(directory)) {
            assertThat(files).as("no part is left over").containsExactly(file);
        }
    }

    @Test
    void close_fileThatIsNoUsageFile_isLeftAsItIs() throws IOException {
        Files.writeString(file, "deals.token=t\n");

        try (DealsClient deals = connect()) {
            deals.get("d1");
        }

        assertThat(file).hasContent("deals.token=t\n");
    }

    @Test
    void close_fileCannotBeWritten_callsWorkAllTheSame() {
        file = directory.resolve("missing/usage.properties");

        try (DealsClient deals = connect()) {
            assertThat(deals.get("d1").id()).isEqualTo("d1");
        }

        assertThat(file).doesNotExist();
    }

    @Test
    void calls_ofManyThreads_areAllCounted() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        CountDownLatch together = new CountDownLatch(8);
        try (DealsClient deals = connect()) {
            List<Future<?>> calls = IntStream.range(0, 8)
                    .<Future<?>>mapToObj(thread -> pool.submit(() -> {
                        together.countDown();
                        together.await();
                        for (int i = 0; i < 250; i++) {
                            deals.get("d1");
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> call : calls) {
                call.get();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(Requirements.load(file)).hasToString("operation.get=2000\n");
    }

    @Test
    void load_faultyFile_tellsEveryFault() throws IOException {
        Files.writeString(file, "field.crate.name=1\noperation.move=often\nsort.size=1\nstage.Lead=1\n");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Requirements.load(file))
                .satisfies(thrown -> assertThat(thrown.problems())
                        .containsExactly(
                                file + ": field.crate.name: is no requirement; write for example operation.move,"
                                        + " field.create.value or stage.qualification",
                                file + ": operation.move: is not a count; write a whole number",
                                file + ": sort.size: is no requirement; write for example operation.move,"
                                        + " field.create.value or stage.qualification"));
    }

    @Test
    void load_noFile_saysHowToGetOne() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Requirements.load(file))
                .withMessageContaining(file + ": there is no such file; let the program write it by deals.usage-file");
    }

    private DealsClient connect() {
        return vendor.connect("deals.usage-file", file.toString());
    }
}
