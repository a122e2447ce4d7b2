package dev.dealsdk;

import dev.dealsdk.internal.client.Providers;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * What a provider can do under a given configuration; constant for the life of a client. Immutable.
 *
 * <p>What is claimed here works, and what is not is refused with {@link UnsupportedByProviderException} before anything is
 * sent.
 *
 * @param provider the id of the provider, such as {@code play2sell}
 * @param operations what is said of each operation; one that is missing is not offered
 * @param filters the conditions a listing can have; with any other it is refused
 * @param sorts the orders a listing can have; empty when the order is always the vendor's own
 * @param maxPageSize the largest {@link DealQuery#pageSize()}, in deals; empty when the vendor documents none
 * @param fieldNotes why a field cannot be written and what to do instead, for fields of which there is more to say than that
 * @param valueNotes which values of a writable field are taken, for fields that take a closed list, a type or a length of the
 *     vendor's own; a clause with its source, such as {@code one of a, b and c [docs: lose-a-deal]}
 * @param source where the claims on filters, orders and fields come from: pages of the vendor and what is inferred from them
 * @param bridges what the configuration does with fields that the vendor has no place for; a field that is kept or fixed is among
 *     the writable ones, one that is dropped is not, and is accepted all the same
 * @param defaults what the configuration sends for fields that the vendor requires, so that a caller need not
 * @param localFilters those of the filters that the SDK applies, as {@code deals.local-query} says
 * @param localSorts those of the orders that the SDK applies, as {@code deals.local-query} says
 * @param configuredStages whether {@link DealsClient#stages()} gives the stages of the configuration, since the vendor lists none;
 *     false by default
 * @param allowUnverified whether {@code deals.allow-unverified} is set, so that {@link Support#UNVERIFIED} operations work; false by
 *     default
 */
@Value.Builder
@SdkStyle
public record Capabilities(
        String provider,
        Map<Operation, OperationCapability> operations,
        Set<DealFilter> filters,
        Set<DealSort> sorts,
        Optional<Integer> maxPageSize,
        Map<DealField, String> fieldNotes,
        Map<DealField, String> valueNotes,
        String source,
        Map<DealField, FieldBridge> bridges,
        Map<DealField, String> defaults,
        Set<DealFilter> localFilters,
        Set<DealSort> localSorts,
        boolean configuredStages,
        boolean allowUnverified)
        implements JsonByModule {

    private static final OperationCapability NOT_OFFERED =
            OperationCapability.builder().support(Support.NONE).explanation("").build();

    /** Copies sets and maps. {@link #builder()} is the way to make one. */
    public Capabilities {
        operations = Frozen.map(operations);
        filters = Frozen.enums(filters);
        sorts = Frozen.enums(sorts);
        fieldNotes = Frozen.map(fieldNotes);
        valueNotes = Frozen.map(valueNotes);
        bridges = Frozen.map(bridges);
        defaults = Frozen.map(defaults);
        localFilters = Frozen.enums(localFilters);
        localSorts = Frozen.enums(localSorts);
    }

    private OperationCapability capability(Operation operation) {
        return operations.getOrDefault(operation, NOT_OFFERED);
    }

    /**
     * {@return how well founded the claim to an operation is; {@link Support#NONE} when it is not offered}
     *
     * @param operation what a caller would do
     */
    public Support support(Operation operation) {
        return capability(operation).support();
    }

    /**
     * {@return whether a call of the operation is let through under this configuration}
     *
     * @param operation what a caller would do
     */
    public boolean supports(Operation operation) {
        return switch (support(operation)) {
            case DOCUMENTED, DERIVED -> true;
            case UNVERIFIED -> allowUnverified;
            case NONE -> false;
        };
    }

    /**
     * {@return one sentence with its source: which endpoint does it, or why nothing does and what to do instead}
     *
     * @param operation what a caller would do
     */
    public String explain(Operation operation) {
        OperationCapability capability = operations.get(operation);
        if (capability == null) {
            return provider() + " offers no " + operation.key();
        }
        return capability.explanation()
                + capability.instead().map(instead -> "; instead: " + instead).orElse("");
    }

    /**
     * {@return the fields a caller may set in an operation; empty for one that is not offered}
     *
     * @param operation what a caller would do
     */
    public Set<DealField> writableFields(Operation operation) {
        return capability(operation).writableFields();
    }

    /**
     * {@return how well founded it is that an operation takes a field; {@link Support#DERIVED} where the configuration bridges what
     * the vendor lacks}
     *
     * @param operation what a caller would do
     * @param field what the caller would set
     */
    public Support support(Operation operation, DealField field) {
        if (!writableFields(operation).contains(field)) {
            return Support.NONE;
        }
        return bridges.containsKey(field) ? Support.DERIVED : support(operation);
    }

    /**
     * {@return how well founded it is that a listing can have a filter; {@link Support#DERIVED} where the SDK applies it}
     *
     * @param filter what the caller would look for
     */
    public Support support(DealFilter filter) {
        if (!filters.contains(filter)) {
            return Support.NONE;
        }
        return localFilters.contains(filter) ? Support.DERIVED : support(Operation.LIST);
    }

    /**
     * {@return how well founded it is that a listing can have an order; {@link Support#DERIVED} where the SDK applies it}
     *
     * @param sort the order
     */
    public Support support(DealSort sort) {
        if (!sorts.contains(sort)) {
            return Support.NONE;
        }
        return localSorts.contains(sort) ? Support.DERIVED : support(Operation.LIST);
    }

    /**
     * {@return one sentence on a field: what the configuration does with it, or why it cannot be written}
     *
     * @param field what a caller would set
     */
    public String explain(DealField field) {
        FieldBridge bridge = bridges.get(field);
        return bridge != null
                ? bridge.explanation()
                : fieldNotes.getOrDefault(field, provider + " documents no such field");
    }

    /**
     * {@return the fields without which an operation is refused before anything is sent; empty for one that is not
     * offered}
     *
     * @param operation what a caller would do
     */
    public Set<DealField> requiredFields(Operation operation) {
        return capability(operation).requiredFields();
    }

    /**
     * {@return the fields that {@link DealUpdate#cleared()} may name; empty when the vendor documents no way to clear
     * any}
     */
    public Set<DealField> clearableFields() {
        return capability(Operation.UPDATE).clearableFields();
    }

    /**
     * {@return the names that {@code extras} of an operation's request may hold, in the vendor's words; empty when
     * there are none}
     *
     * @param operation what a caller would do
     */
    public Set<String> extras(Operation operation) {
        return capability(operation).extras();
    }

    /**
     * {@return those of {@link #extras(Operation)} that take any text and that a deal shows again under the same name in
     * {@link Deal#extras()}; empty when there are none}
     *
     * @param operation what a caller would do
     */
    public Set<String> textExtras(Operation operation) {
        return capability(operation).textExtras();
    }

    /**
     * {@return whether an operation takes {@link CallOptions#idempotencyKey()}; with a key, a write that does not is
     * refused}
     *
     * @param operation what a caller would do
     */
    public boolean takesIdempotencyKey(Operation operation) {
        return capability(operation).idempotencyKey();
    }

    /**
     * {@return whether {@link NewDeal#reference()} is taken: where a create sets custom fields, and deals can be listed to
     * find it again}
     */
    public boolean takesReference() {
        return supports(Operation.LIST) && writableFields(Operation.CREATE).contains(DealField.CUSTOM_FIELDS);
    }

    /**
     * {@return what the provider of a configuration can do under it} Needs no credentials and no network.
     *
     * @param config names the provider
     * @throws ConfigurationException if it names none, or one that is not on the class path
     */
    public static Capabilities of(DealsConfig config) {
        return Providers.capabilities(config);
    }

    /**
     * {@return why keys of a configuration change nothing at its vendor, by key; empty when each has an effect} One file can
     * serve two vendors, so that such a key is no fault. Needs no credentials and no network.
     *
     * @param config names the provider
     * @throws ConfigurationException if it names none, or one that is not on the class path
     */
    public static Map<String, String> keysWithoutEffect(DealsConfig config) {
        return Providers.withoutEffect(config);
    }

    /** {@return a builder with nothing set; provider and source are mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of {@link Capabilities}; not thread-safe. */
    public static final class Builder extends CapabilitiesBuilder {
        Builder() {
            configuredStages(false);
            allowUnverified(false);
        }
    }
}
