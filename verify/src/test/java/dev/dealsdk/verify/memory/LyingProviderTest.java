package dev.dealsdk.verify.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Loss;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.OperationCapability;
import dev.dealsdk.Support;
import dev.dealsdk.examples.memory.MemoryProvider;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.DealsProvider;
import dev.dealsdk.spi.ProviderClient;
import dev.dealsdk.spi.ProviderContext;
import dev.dealsdk.testkit.contract.DealsClientContract;
import dev.dealsdk.testkit.contract.SampleValues;
import dev.dealsdk.testkit.contract.VendorAccount;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the suite fails for a provider that claims an operation more, or one less, than it has. */
final class LyingProviderTest {
    private static final String SERVICES = "META-INF/services/" + DealsProvider.class.getName();

    @TempDir
    private Path directory;

    private final ClassLoader honest = Thread.currentThread().getContextClassLoader();

    @AfterEach
    void restore() {
        Thread.currentThread().setContextClassLoader(honest);
    }

    @Test
    void suite_ofAnOperationClaimedButMissing_fails() throws Exception {
        assertThat(failures(ClaimsTooMuch.class))
                .contains("reopen: claimed as implemented", "reopen: works")
                .allMatch(name -> name.startsWith("reopen: "));
    }

    @Test
    void suite_ofAnOperationImplementedButNotClaimed_fails() throws Exception {
        assertThat(failures(ClaimsTooLittle.class)).containsExactly("delete: claimed as implemented");
    }

    /** All of the memory, but the one that reopens deals. */
    public static final class ClaimsTooMuch implements DealsProvider {
        private final DealsProvider memory = new MemoryProvider();

        @Override
        public String id() {
            return memory.id();
        }

        /** Of the operations that the client has, and reopen. */
        @Override
        public Capabilities capabilities(DealsConfig config) {
            Capabilities all = memory.capabilities(config);
            Capabilities.Builder some = Capabilities.builder().provider(id()).source(all.source());
            for (Operation operation : Operation.values()) {
                boolean claimed = List.of(Operation.CREATE, Operation.GET, Operation.LOSE, Operation.REOPEN)
                        .contains(operation);
                OperationCapability capability = all.operations().get(operation);
                some.putOperations(operation, claimed && capability != null ? capability : none());
            }
            return some.build();
        }

        @Override
        public ProviderClient connect(ProviderContext context) {
            return new NoReopen(memory.connect(context));
        }
    }

    private record NoReopen(ProviderClient memory) implements ProviderClient {
        @Override
        public Deal create(CallScope call, NewDeal deal) {
            return memory.create(call, deal);
        }

        @Override
        public Deal get(CallScope call, String dealId) {
            return memory.get(call, dealId);
        }

        @Override
        public Deal lose(CallScope call, String dealId, Loss loss) {
            return memory.lose(call, dealId, loss);
        }
    }

    /** All of the memory, without a word on deleting. */
    public static final class ClaimsTooLittle implements DealsProvider {
        private final DealsProvider memory = new MemoryProvider();

        @Override
        public String id() {
            return memory.id();
        }

        @Override
        public Capabilities capabilities(DealsConfig config) {
            Capabilities all = memory.capabilities(config);
            Map<Operation, OperationCapability> some = new EnumMap<>(all.operations());
            some.put(Operation.DELETE, none());
            return Capabilities.builder().from(all).operations(some).build();
        }

        @Override
        public ProviderClient connect(ProviderContext context) {
            return memory.connect(context);
        }
    }

    private static OperationCapability none() {
        return OperationCapability.builder()
                .support(Support.NONE)
                .explanation("it is said to be missing")
                .instead("believe it")
                .build();
    }

    /** The names of the tests that fail for this provider. */
    private List<String> failures(Class<? extends DealsProvider> provider) throws IOException {
        URL file = Files.writeString(directory.resolve("services"), provider.getName())
                .toUri()
                .toURL();
        Thread.currentThread().setContextClassLoader(new ClassLoader(honest) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                return name.equals(SERVICES) ? Collections.enumeration(List.of(file)) : super.getResources(name);
            }
        });
        DealsClientContract suite = new DealsClientContract() {
            @Override
            protected VendorAccount open() {
                return VendorAccount.of(Map.of("deals.provider", "memory"), () -> {});
            }

            @Override
            protected SampleValues samples() {
                return super.samples().field(DealField.STAGE, "lead");
            }
        };
        return Stream.of(suite.capabilities(), suite.implementation(), suite.operations(), suite.fields())
                .flatMap(nodes -> nodes)
                .flatMap(LyingProviderTest::failures)
                .toList();
    }

    private static Stream<String> failures(DynamicNode node) {
        if (node instanceof DynamicContainer container) {
            return container.getChildren().flatMap(LyingProviderTest::failures);
        }
        try {
            ((DynamicTest) node).getExecutable().execute();
            return Stream.empty();
        } catch (Throwable failed) {
            return Stream.of(node.getDisplayName());
        }
    }
}
