package dev.dealsdk;

import dev.dealsdk.internal.client.Providers;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * Describes what a provider can do under a given configuration. Constant for the life of a client. Immutable.
 *
 * <p>Everything that is listed here works. Everything else is refused with {@link UnsupportedByProviderException}
 * before anything is sent.
 *
 * @param provider the id of the provider, such as {@code play2sell}
 * @param operations the capability of each operation; an operation that is missing is not offered
 * @param filters the filters that a listing accepts; all others are refused
 * @param sorts the orders that a listing accepts; empty if only the vendor's own order is available
 * @param maxPageSize the maximum of {@link DealQuery#pageSize()}, in deals; empty if the vendor documents none
 * @param fieldNotes why a field cannot be written and what to do instead, for fields that need more explanation than
 *     that the vendor has no such field
 * @param valueNotes which values a writable field accepts, for fields that accept a closed list or a type or length
 *     that is specific to the vendor; a clause with its source, such as {@code one of a, b and c [docs: lose-a-deal]}
 * @param source the source of the claims about filters, orders and fields: pages of the vendor's documentation, and
 *     what is inferred from them
 * @param bridges how the configuration handles fields that the vendor lacks. A field that is kept or fixed is one of
 *     the writable fields; a field that is dropped is not, but is accepted all the same
 * @param defaults the values that the configuration supplies for fields that the vendor requires, so that the caller
 *     need not set them
 * @param localFilters the filters that the SDK applies because of {@code deals.local-query}; a subset of {@code
 *     filters}
 * @param localSorts the orders that the SDK applies because of {@code deals.local-query}; a subset of {@code sorts}
 * @param configuredStages true if {@link DealsClient#stages()} returns the stages of the configuration because the
 *     vendor cannot list its stages; false by default
 * @param allowUnverified true if {@code deals.allow-unverified} is set, so that {@link Support#UNVERIFIED} operations
 *     are available; false by default
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

    /** Copies the sets and maps. Use {@link #builder()} to create an instance. */
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
     * {@return how an operation is supported; {@link Support#NONE} if it is not offered}
     *
     * @param operation the operation
     */
    public Support support(Operation operation) {
        return capability(operation).support();
    }

    /**
     * {@return true if the operation can be called under this configuration}
     *
     * @param operation the operation
     */
    public boolean supports(Operation operation) {
        return switch (support(operation)) {
            case DOCUMENTED, DERIVED -> true;
            case UNVERIFIED -> allowUnverified;
            case NONE -> false;
        };
    }

    /**
     * {@return one sentence with its source: the endpoint that performs the operation, or why there is none and what to
     * do instead}
     *
     * @param operation the operation
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
     * {@return the fields that a caller can set in an operation; empty for an operation that is not offered}
     *
     * @param operation the operation
     */
    public Set<DealField> writableFields(Operation operation) {
        return capability(operation).writableFields();
    }

    /**
     * {@return how an operation supports a field; {@link Support#DERIVED} if the configuration supplies what the vendor
     * lacks}
     *
     * @param operation the operation
     * @param field the field to set
     */
    public Support support(Operation operation, DealField field) {
        if (!writableFields(operation).contains(field)) {
            return Support.NONE;
        }
        return bridges.containsKey(field) ? Support.DERIVED : support(operation);
    }

    /**
     * {@return how a listing supports a filter; {@link Support#DERIVED} if the SDK applies it}
     *
     * @param filter the filter
     */
    public Support support(DealFilter filter) {
        if (!filters.contains(filter)) {
            return Support.NONE;
        }
        return localFilters.contains(filter) ? Support.DERIVED : support(Operation.LIST);
    }

    /**
     * {@return how a listing supports an order; {@link Support#DERIVED} if the SDK applies it}
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
     * {@return one sentence about a field: how the configuration handles it, or why it cannot be written}
     *
     * @param field the field to set
     */
    public String explain(DealField field) {
        FieldBridge bridge = bridges.get(field);
        return bridge != null
                ? bridge.explanation()
                : fieldNotes.getOrDefault(field, provider + " documents no such field");
    }

    /**
     * {@return the fields that an operation requires; without them it is refused before anything is sent. Empty for an
     * operation that is not offered}
     *
     * @param operation the operation
     */
    public Set<DealField> requiredFields(Operation operation) {
        return capability(operation).requiredFields();
    }

    /**
     * {@return the fields that {@link DealUpdate#cleared()} may contain; empty if the vendor documents no way to clear
     * a field}
     */
    public Set<DealField> clearableFields() {
        return capability(Operation.UPDATE).clearableFields();
    }

    /**
     * {@return the names that {@code extras} of an operation's request may contain, as the vendor spells them; empty if
     * there are none}
     *
     * @param operation the operation
     */
    public Set<String> extras(Operation operation) {
        return capability(operation).extras();
    }

    /**
     * {@return the subset of {@link #extras(Operation)} that accepts any text and that {@link Deal#extras()} returns
     * under the same name; empty if there are none}
     *
     * @param operation the operation
     */
    public Set<String> textExtras(Operation operation) {
        return capability(operation).textExtras();
    }

    /**
     * {@return true if an operation accepts {@link CallOptions#idempotencyKey()}} A write with a key is refused if the
     * operation does not accept one.
     *
     * @param operation the operation
     */
    public boolean takesIdempotencyKey(Operation operation) {
        return capability(operation).idempotencyKey();
    }

    /**
     * {@return true if {@link NewDeal#reference()} is accepted: the vendor accepts custom fields when a deal is
     * created, and can list deals so that the deal can be found again}
     */
    public boolean takesReference() {
        return supports(Operation.LIST) && writableFields(Operation.CREATE).contains(DealField.CUSTOM_FIELDS);
    }

    /**
     * {@return what the provider of a configuration can do under that configuration} Needs no credentials and no
     * network.
     *
     * @param config a configuration that names a provider
     * @throws ConfigurationException if the configuration names no provider, or one that is not on the class path
     */
    public static Capabilities of(DealsConfig config) {
        return Providers.capabilities(config);
    }

    /**
     * {@return the configuration keys that have no effect for the vendor, each with the reason; empty if every key has
     * an effect} Such a key is not an error, because one file can serve two vendors. Needs no credentials and no
     * network.
     *
     * @param config a configuration that names a provider
     * @throws ConfigurationException if the configuration names no provider, or one that is not on the class path
     */
    public static Map<String, String> keysWithoutEffect(DealsConfig config) {
        return Providers.withoutEffect(config);
    }

    /** {@return a builder in which nothing is set; provider and source are mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link Capabilities}; not thread-safe. */
    public static final class Builder extends CapabilitiesBuilder {
        Builder() {
            configuredStages(false);
            allowUnverified(false);
        }
    }
}
