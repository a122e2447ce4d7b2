package dev.dealsdk.testkit.junit;

import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.testkit.BacksideSimulator;
import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.StardexSimulator;
import dev.dealsdk.testkit.StoraSimulator;
import dev.dealsdk.testkit.VendorSimulator;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A JUnit extension that gives each test its own vendor: a simulator in its initial state, and a client that is
 * connected to it.
 *
 * <pre>{@code
 * class ImportTest {
 *   @RegisterExtension
 *   static final DealsSimulator vendor = DealsSimulator.play2sell();
 *
 *   @Test
 *   void run_goodDay_createsTheDeal(DealsClient deals, Play2SellSimulator simulator) { ... }
 * }
 * }</pre>
 *
 * <p>Test methods and methods with {@code @BeforeEach} and {@code @AfterEach} may have parameters of these types:
 * {@link DealsClient}, the {@link DealsConfig} that connects a client, and the simulator, as its own type or as {@link
 * VendorSimulator}. All parameters of one test belong to the same simulator, which starts when the first of them is
 * resolved. After the test, the client and the simulator are closed, and the test fails if a request violated the
 * vendor's contract. For an intended violation, call {@link VendorSimulator#clearContractViolations}.
 *
 * <p>Immutable: tests may run in parallel, and one extension may serve several classes. Two extensions in one class
 * must have simulators of different types.
 */
public final class DealsSimulator implements ParameterResolver, AfterEachCallback {
    private final Class<? extends VendorSimulator> type;
    private final Supplier<? extends VendorSimulator> start;
    private final Map<String, String> settings;
    private final ExtensionContext.Namespace namespace = ExtensionContext.Namespace.create(DealsSimulator.class, this);

    private DealsSimulator(
            Class<? extends VendorSimulator> type,
            Supplier<? extends VendorSimulator> start,
            Map<String, String> settings) {
        this.type = type;
        this.start = start;
        this.settings = settings;
    }

    /** {@return an extension with a {@link BacksideSimulator} for each test} */
    public static DealsSimulator backside() {
        return of(BacksideSimulator.class, BacksideSimulator::start);
    }

    /** {@return an extension with a {@link Play2SellSimulator} for each test} */
    public static DealsSimulator play2sell() {
        return of(Play2SellSimulator.class, Play2SellSimulator::start);
    }

    /** {@return an extension with a {@link StardexSimulator} for each test} */
    public static DealsSimulator stardex() {
        return of(StardexSimulator.class, StardexSimulator::start);
    }

    /** {@return an extension with a {@link StoraSimulator} for each test} */
    public static DealsSimulator stora() {
        return of(StoraSimulator.class, StoraSimulator::start);
    }

    /**
     * Creates an extension for your own simulator, or for one of the SDK's that is prepared before each test.
     *
     * @param <S> the type of the simulator
     * @param type the type of parameters that receive the simulator
     * @param start returns a running simulator that is not shared; called once for each test that needs it
     * @return the extension
     */
    public static <S extends VendorSimulator> DealsSimulator of(Class<S> type, Supplier<? extends S> start) {
        return new DealsSimulator(
                Objects.requireNonNull(type, "type"), Objects.requireNonNull(start, "start"), Map.of());
    }

    /**
     * Adds an entry to the configuration of the clients, replacing one that the simulator would set.
     *
     * @param key the key, such as {@code deals.max-retry-delay}
     * @param value the value as in {@code deals.properties}
     * @return a changed copy
     */
    public DealsSimulator with(String key, String value) {
        Map<String, String> changed = new LinkedHashMap<>(settings);
        changed.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
        return new DealsSimulator(type, start, Collections.unmodifiableMap(changed));
    }

    /** Called by JUnit. */
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> wanted = parameter.getParameter().getType();
        return wanted == DealsClient.class
                || wanted == DealsConfig.class
                || (VendorSimulator.class.isAssignableFrom(wanted) && wanted.isAssignableFrom(type));
    }

    /** Called by JUnit. */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException("each test has a simulator of its own, so "
                    + parameter.getParameter().getType().getSimpleName()
                    + " can be a parameter of methods with @Test, @BeforeEach or @AfterEach, and not of a constructor or"
                    + " of a method with @BeforeAll or @AfterAll");
        }
        ExtensionContext.Store store = context.getStore(namespace);
        @Nullable Running running = store.get(Running.class, Running.class);
        if (running == null) {
            running = new Running(start.get(), settings);
            store.put(Running.class, running);
        }
        Class<?> wanted = parameter.getParameter().getType();
        if (wanted == DealsClient.class) {
            return running.client();
        }
        return wanted == DealsConfig.class ? running.config() : running.simulator;
    }

    /** Called by JUnit. */
    @Override
    public void afterEach(ExtensionContext context) {
        @Nullable Running running = context.getStore(namespace).remove(Running.class, Running.class);
        if (running != null) {
            running.close();
            running.simulator.requireContract();
        }
    }

    /** The vendor of one test, used only by the thread of that test. */
    private static final class Running {
        private final VendorSimulator simulator;
        private final Map<String, String> settings;
        private @Nullable DealsClient client;

        Running(VendorSimulator simulator, Map<String, String> settings) {
            this.simulator = simulator;
            this.settings = settings;
        }

        DealsConfig config() {
            Map<String, String> entries = new LinkedHashMap<>(simulator.config());
            entries.putAll(settings);
            return DealsConfig.from(entries);
        }

        DealsClient client() {
            DealsClient connected = client;
            if (connected == null) {
                connected = DealsClient.connect(config());
                client = connected;
            }
            return connected;
        }

        void close() {
            try {
                if (client != null) {
                    client.close();
                }
            } finally {
                simulator.close();
            }
        }
    }
}
