package dev.dealsdk.testkit.contract;

import dev.dealsdk.DealsClient;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Tests what every provider guarantees through {@link dev.dealsdk.DealsClient}, with one test for each claim of its
 * {@link dev.dealsdk.Capabilities}. A supported feature works and reaches the vendor. An unsupported feature is refused
 * before anything is sent, with the reason and an alternative. Every implemented operation is declared as supported.
 *
 * <p>The test class of a provider extends this class:
 *
 * <pre>{@code
 * final class AcmeContractTest extends DealsClientContract {
 *   @Override
 *   protected VendorAccount open() {
 *     AcmeSimulator simulator = AcmeSimulator.start();
 *     return VendorAccount.of(simulator);
 *   }
 *
 *   @Override
 *   protected SampleValues samples() {
 *     return SampleValues.withIds("acme_1").extra("region", "emea");
 *   }
 * }
 * }</pre>
 *
 * <p>Each test opens its own account. The suite observes requests and modifies responses inside the HTTP client. Tests
 * of the outcome of calls under faults require an account of a {@link dev.dealsdk.testkit.VendorSimulator}, which may
 * be your own, and are aborted for any other account. For providers that do not use HTTP, the suite checks what is read
 * back; tests that modify responses are aborted with that reason.
 *
 * <p>Requires JUnit Jupiter on the class path. Environment variables, system properties and {@code deals.properties}
 * apply as in programs: they supply values that the account and {@link #configurations} do not set.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DealsClientContract {
    private @Nullable ContractSuite suite;

    /** Called by test classes. */
    protected DealsClientContract() {}

    /**
     * Opens an account that no other test uses.
     *
     * @return the account, which the suite closes
     */
    protected abstract VendorAccount open();

    /** {@return the values for the requests of the suite; by default, one UUID for all ids} */
    protected SampleValues samples() {
        return SampleValues.withIds("5f0c2b1e-7a64-4f0e-9d3a-2b8c1d4e6f70");
    }

    /**
     * Returns the configurations to test, as entries that are added to those of the account.
     *
     * @return by default, the default configuration and {@code deals.allow-unverified}; add configurations that change
     *     the capabilities of the provider, such as {@code deals.won-stage}
     */
    protected List<Map<String, String>> configurations() {
        return List.of(Map.of(), Map.of("deals.allow-unverified", "true"));
    }

    /**
     * Makes a call about one deal through the vendor's own API, such as {@code
     * deals.unwrap(AcmeApi.class).getDeal(dealId)}. The call must succeed for a deal that exists.
     *
     * <p>By default, the tests of the vendor's own API are aborted.
     *
     * @param deals the client to unwrap
     * @param dealId the id of a deal, which need not exist
     */
    protected void callOwnApi(DealsClient deals, String dealId) {
        Assumptions.abort("callOwnApi is not overridden, so the vendor's own API is not tested");
    }

    /** {@return tests that the capabilities are consistent and explain every operation} */
    @TestFactory
    public Stream<DynamicNode> capabilities() {
        return suite().everywhere(new ClaimContract());
    }

    /** {@return tests for each operation that it is supported if and only if it is implemented} */
    @TestFactory
    public Stream<DynamicNode> implementation() {
        return suite().implementation();
    }

    /** {@return tests for each operation that it works or is refused} */
    @TestFactory
    public Stream<DynamicNode> operations() {
        return suite().everywhere(new OperationContract());
    }

    /** {@return tests for each operation and field that it reaches the vendor or is refused} */
    @TestFactory
    public Stream<DynamicNode> fields() {
        return suite().everywhere(new FieldContract());
    }

    /**
     * {@return tests for each operation and required field that a request without it is refused before anything is
     * sent}
     */
    @TestFactory
    public Stream<DynamicNode> requiredFields() {
        return suite().everywhere(new RequiredContract());
    }

    /** {@return tests for each field that it can be cleared or is refused} */
    @TestFactory
    public Stream<DynamicNode> clearing() {
        return suite().everywhere(new ClearContract());
    }

    /**
     * {@return tests for each operation and name of its extras that it reaches the vendor, and that other names are
     * refused}
     */
    @TestFactory
    public Stream<DynamicNode> extras() {
        return suite().everywhere(new ExtrasContract());
    }

    /** {@return tests for each operation that an idempotency key reaches the vendor or is refused} */
    @TestFactory
    public Stream<DynamicNode> idempotencyKeys() {
        return suite().everywhere(new IdempotencyContract());
    }

    /** {@return tests for each filter of a listing that it is applied or refused} */
    @TestFactory
    public Stream<DynamicNode> filters() {
        return suite().everywhere(new FilterContract());
    }

    /** {@return tests for each order of a listing that it is applied or refused} */
    @TestFactory
    public Stream<DynamicNode> sorts() {
        return suite().everywhere(new SortContract());
    }

    /**
     * {@return tests that listings deliver every deal once: with no, one or many pages, and with shifted and repeated
     * pages}
     */
    @TestFactory
    public Stream<DynamicNode> paging() {
        return suite().once(new PagingContract());
    }

    /** {@return tests that incomplete records, unknown words, other types and missing ids do no harm} */
    @TestFactory
    public Stream<DynamicNode> records() {
        return suite().once(new RecordContract());
    }

    /** {@return tests that amounts and texts are written and read unchanged} */
    @TestFactory
    public Stream<DynamicNode> values() {
        return suite().once(new ValueContract());
    }

    /** {@return tests that no id can address another endpoint} */
    @TestFactory
    public Stream<DynamicNode> ids() {
        return suite().once(new IdContract());
    }

    /** {@return tests that under faults every write has a known outcome and none is applied twice} */
    @TestFactory
    public Stream<DynamicNode> fates() {
        return suite().once(new FateContract());
    }

    /** {@return tests that the vendor's own API, as {@code unwrap} returns it, fails like the neutral one} */
    @TestFactory
    public Stream<DynamicNode> ownApi() {
        return suite().once(new OwnApiContract(this::callOwnApi));
    }

    /** {@return tests that do not depend on the vendor: closing, threads, unknown stages, requirements} */
    @TestFactory
    public Stream<DynamicNode> client() {
        return suite().once(new ClientContract());
    }

    private synchronized ContractSuite suite() {
        if (suite == null) {
            suite = new ContractSuite(this::open, samples(), configurations());
        }
        return suite;
    }
}
