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
 * What every provider promises through {@link dev.dealsdk.DealsClient}, one test for each claim of its {@link
 * dev.dealsdk.Capabilities}: what is claimed works and reaches the vendor; what is not is refused before anything is sent,
 * saying why and what there is instead; what is implemented is claimed.
 *
 * <p>A provider's test class extends it:
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
 * <p>Each test opens an account of its own. What is sent is seen, and responses are changed, on the way through the
 * HTTP client. The fate of calls under faults needs an account of a {@link dev.dealsdk.testkit.VendorSimulator}, ours or one
 * of your own, and is aborted for any other. Providers that send no HTTP are judged by what is read back, and tests that change
 * responses are aborted with that reason.
 *
 * <p>Needs JUnit Jupiter on the class path. Environment variables, system properties and {@code deals.properties} count as
 * they do for programs: what the account and {@link #configurations} leave open is taken from there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DealsClientContract {
    private @Nullable ContractSuite suite;

    /** For test classes. */
    protected DealsClientContract() {}

    /**
     * Opens an account that no other test knows.
     *
     * @return the account, to be closed by the suite
     */
    protected abstract VendorAccount open();

    /** {@return what the suite puts into its requests; by default one UUID for all ids} */
    protected SampleValues samples() {
        return SampleValues.withIds("5f0c2b1e-7a64-4f0e-9d3a-2b8c1d4e6f70");
    }

    /**
     * The configurations to test: entries that are added to those of the account.
     *
     * @return the default configuration and {@code deals.allow-unverified}; add those under which the provider claims
     *     something else, such as {@code deals.won-stage}
     */
    protected List<Map<String, String>> configurations() {
        return List.of(Map.of(), Map.of("deals.allow-unverified", "true"));
    }

    /**
     * Makes a call about one deal through the vendor's own API, such as {@code
     * deals.unwrap(AcmeApi.class).getDeal(dealId)}, that succeeds for a deal that exists.
     *
     * <p>By default the tests of the vendor's own API are aborted.
     *
     * @param deals the client to unwrap
     * @param dealId of any deal, also of one there is not
     */
    protected void callOwnApi(DealsClient deals, String dealId) {
        Assumptions.abort("callOwnApi is not overridden, so the vendor's own API is not tested");
    }

    /** {@return whether what the capabilities say can be true, and leaves no operation unexplained} */
    @TestFactory
    public Stream<DynamicNode> capabilities() {
        return suite().everywhere(new ClaimContract());
    }

    /** {@return for each operation, that it is claimed if and only if it is implemented} */
    @TestFactory
    public Stream<DynamicNode> implementation() {
        return suite().implementation();
    }

    /** {@return for each operation, that it works or is refused} */
    @TestFactory
    public Stream<DynamicNode> operations() {
        return suite().everywhere(new OperationContract());
    }

    /** {@return for each operation and field, that it reaches the vendor or is refused} */
    @TestFactory
    public Stream<DynamicNode> fields() {
        return suite().everywhere(new FieldContract());
    }

    /** {@return for each operation and field it requires, that it is missed before anything is sent} */
    @TestFactory
    public Stream<DynamicNode> requiredFields() {
        return suite().everywhere(new RequiredContract());
    }

    /** {@return for each field, that it can be cleared or is refused} */
    @TestFactory
    public Stream<DynamicNode> clearing() {
        return suite().everywhere(new ClearContract());
    }

    /** {@return for each operation and name of its extras, that it reaches the vendor; others are refused} */
    @TestFactory
    public Stream<DynamicNode> extras() {
        return suite().everywhere(new ExtrasContract());
    }

    /** {@return for each operation, that an idempotency key reaches the vendor or is refused} */
    @TestFactory
    public Stream<DynamicNode> idempotencyKeys() {
        return suite().everywhere(new IdempotencyContract());
    }

    /** {@return for each filter of a listing, that it is applied or refused} */
    @TestFactory
    public Stream<DynamicNode> filters() {
        return suite().everywhere(new FilterContract());
    }

    /** {@return for each order of a listing, that it is kept or refused} */
    @TestFactory
    public Stream<DynamicNode> sorts() {
        return suite().everywhere(new SortContract());
    }

    /** {@return that listings deliver every deal once: none, one, many, shifted, repeated} */
    @TestFactory
    public Stream<DynamicNode> paging() {
        return suite().once(new PagingContract());
    }

    /** {@return that records with gaps, unknown words, other types or without an id do no harm} */
    @TestFactory
    public Stream<DynamicNode> records() {
        return suite().once(new RecordContract());
    }

    /** {@return that amounts and texts arrive and come back as they are} */
    @TestFactory
    public Stream<DynamicNode> values() {
        return suite().once(new ValueContract());
    }

    /** {@return that no id reaches another endpoint} */
    @TestFactory
    public Stream<DynamicNode> ids() {
        return suite().once(new IdContract());
    }

    /** {@return that every write has a known fate under faults, and that none is done twice} */
    @TestFactory
    public Stream<DynamicNode> fates() {
        return suite().once(new FateContract());
    }

    /** {@return that the vendor's own API, as {@code unwrap} gives it, fails like the neutral one} */
    @TestFactory
    public Stream<DynamicNode> ownApi() {
        return suite().once(new OwnApiContract(this::callOwnApi));
    }

    /** {@return what does not depend on what the vendor offers: closing, threads, unknown stages, requirements} */
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
