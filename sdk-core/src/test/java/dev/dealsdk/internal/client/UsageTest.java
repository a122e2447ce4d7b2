package dev.dealsdk.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.CallOptions;
import dev.dealsdk.ConfigurationException;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealSort;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Loss;
import dev.dealsdk.NewDeal;
import dev.dealsdk.StageRef;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.fake.FakeProvider;
import dev.dealsdk.internal.bridge.Bridge;
import dev.dealsdk.spi.UsageRecorder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the recorder of {@code deals.usage-file} is told. */
final class UsageTest {
    @TempDir
    private Path directory;

    private final FakeVendor vendor = new FakeVendor();
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private Path file;

    @BeforeEach
    void offerARecorder() throws IOException {
        file = directory.resolve("usage.txt");
        ProviderClassPath.enterWith(
                directory.resolve("services"), UsageRecorder.class, "dev.dealsdk.fake.FakeUsageRecorder");
    }

    @AfterEach
    void restore() {
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void calls_everyKind_areCountedByNamesAlone() throws IOException {
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

        assertThat(counts())
                .containsExactlyInAnyOrder(
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
    void connect_noRecorder_saysWhatToAdd() {
        Thread.currentThread().setContextClassLoader(before);
        DealsConfig config = DealsConfig.from(
                Map.of("deals.provider", "fake", "deals.token", "t", "deals.usage-file", file.toString()));

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ConnectChecks.check(
                        config,
                        new FakeProvider(),
                        new Bridge(
                                config,
                                new FakeProvider(),
                                FakeVendor.capabilities().build()),
                        Optional.empty(),
                        List.of()))
                .satisfies(thrown -> assertThat(thrown.problems())
                        .containsExactly("map: deals.usage-file: what the program uses cannot be recorded; add"
                                + " dev.dealsdk:deals-portability to the class path, or remove the key"));
    }

    @Test
    void connect_requiredUsageAndNoRecorder_saysWhatToAdd() {
        Thread.currentThread().setContextClassLoader(before);

        assertThat(faultsOfRequiredUsage())
                .containsExactly("map: deals.require-usage: what the program uses cannot be checked; add"
                        + " dev.dealsdk:deals-portability to the class path, or remove the key");
    }

    @Test
    void connect_requiredUsageAndARecorderThatCannotRead_isRefused() {
        assertThat(faultsOfRequiredUsage())
                .containsExactly("map: deals.require-usage: dev.dealsdk.fake.FakeUsageRecorder cannot read what it has"
                        + " recorded; remove the key");
    }

    private List<String> faultsOfRequiredUsage() {
        DealsConfig config = DealsConfig.from(
                Map.of("deals.provider", "fake", "deals.token", "t", "deals.require-usage", file.toString()));
        Bridge bridge =
                new Bridge(config, new FakeProvider(), FakeVendor.capabilities().build());
        return catchThrowableOfType(
                        ConfigurationException.class,
                        () -> ConnectChecks.check(config, new FakeProvider(), bridge, Optional.empty(), List.of()))
                .problems();
    }

    @Test
    void connect_noQuotaStore_saysWhatToAddWithoutItsPassword() {
        DealsConfig config = DealsConfig.from(Map.of(
                "deals.provider", "fake", "deals.token", "t", "deals.quota-store", "redis://:hush@cache.example.com"));

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ConnectChecks.check(
                        config,
                        new FakeProvider(),
                        new Bridge(
                                config,
                                new FakeProvider(),
                                FakeVendor.capabilities().build()),
                        Optional.empty(),
                        List.of()))
                .satisfies(thrown -> assertThat(thrown.problems())
                        .containsExactly(
                                "map: deals.quota-store: nothing on the class path supports a quota store at redis"
                                        + " addresses; add dev.dealsdk:deals-quota-redis for redis and rediss, or remove the"
                                        + " key"));
    }

    private List<String> counts() throws IOException {
        return Files.readAllLines(file).stream()
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()))
                .entrySet()
                .stream()
                .map(use -> use.getKey() + "=" + use.getValue())
                .toList();
    }

    private DealsClient connect() {
        return vendor.connect("deals.usage-file", file.toString());
    }
}
