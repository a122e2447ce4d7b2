package dev.dealsdk.internal.bridge;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealField;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealSort;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.FieldBridge;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.OperationCapability;
import dev.dealsdk.Support;
import dev.dealsdk.internal.call.ClientName;
import dev.dealsdk.internal.config.ConfigPlace;
import dev.dealsdk.internal.value.FieldNames;
import dev.dealsdk.internal.value.KeptPlace;
import dev.dealsdk.internal.value.Suggestions;
import dev.dealsdk.spi.DealsProvider;
import dev.dealsdk.spi.ProviderClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a configuration bridges at one vendor: worked out once, from what the configuration says and what the vendor can do.
 * Immutable once it is made.
 */
public final class Bridge {
    /** Of these a vendor may require one; a default for any other field is a slip. */
    private static final Set<DealField> MAY_BE_REQUIRED = EnumSet.of(
            DealField.NAME,
            DealField.VALUE,
            DealField.CURRENCY,
            DealField.STAGE,
            DealField.CONTACT_ID,
            DealField.CONTACT_NAME,
            DealField.CONTACT_EMAIL,
            DealField.COMPANY_ID,
            DealField.COMPANY_NAME,
            DealField.OWNERS,
            DealField.EXPECTED_CLOSE_ON,
            DealField.LOST_REASON);

    private static final Set<Operation> DEAL_WRITES = EnumSet.of(Operation.CREATE, Operation.UPDATE);

    private final DealsConfig config;
    private final DealsProvider provider;
    private final Capabilities vendor;
    private final Map<DealField, KeptPlace> kept = new EnumMap<>(DealField.class);
    private final Set<DealField> dropped = EnumSet.noneOf(DealField.class);
    private final Map<DealField, String> defaults = new EnumMap<>(DealField.class);
    private final Set<DealFilter> localFilters = EnumSet.noneOf(DealFilter.class);
    private final Set<DealSort> localSorts = EnumSet.noneOf(DealSort.class);
    private final List<String> faults = new ArrayList<>();
    private final Map<String, String> idle = new LinkedHashMap<>();
    private boolean fixesCurrency;
    private final Capabilities capabilities;

    /** Works out what a configuration bridges at the vendor of a provider. */
    public Bridge(DealsConfig config, DealsProvider provider) {
        this(config, provider, provider.capabilities(config));
    }

    /** @param vendor what the vendor itself can do */
    public Bridge(DealsConfig config, DealsProvider provider, Capabilities vendor) {
        this.config = config;
        this.provider = provider;
        this.vendor = vendor;
        config.keep().forEach(this::keep);
        config.currency().ifPresent(unused -> fixCurrency());
        config.drop().forEach(this::drop);
        config.defaults().forEach(this::fillIn);
        addLocalQuery();
        this.capabilities = isEmpty() ? vendor : bridged();
    }

    /** What the vendor itself can do. */
    public Capabilities vendor() {
        return vendor;
    }

    /** What a client can do that bridges. */
    public Capabilities capabilities() {
        return capabilities;
    }

    /** What cannot work, one line each. */
    public List<String> faults() {
        return Collections.unmodifiableList(faults);
    }

    /** Why a key changes nothing at this vendor, by key. */
    public Map<String, String> idle() {
        return Collections.unmodifiableMap(idle);
    }

    /** A client of the vendor that bridges; the same one if there is nothing to bridge. */
    public ProviderClient around(ProviderClient client) {
        return isEmpty() ? client : new BridgedClient(this, client);
    }

    private boolean isEmpty() {
        return kept.isEmpty()
                && dropped.isEmpty()
                && defaults.isEmpty()
                && !fixesCurrency
                && localFilters.isEmpty()
                && localSorts.isEmpty()
                && config.owners().isEmpty()
                && config.lostReasons().isEmpty()
                && !listsConfiguredStages();
    }

    /** Whose bridge it is, for the log. */
    ClientName client() {
        return new ClientName(vendor.provider(), config.connectionName());
    }

    DealsConfig config() {
        return config;
    }

    DealsProvider provider() {
        return provider;
    }

    /** Where fields are kept, custom fields under the vendor's keys. */
    Map<DealField, KeptPlace> kept() {
        return kept;
    }

    Set<DealField> dropped() {
        return dropped;
    }

    Map<DealField, String> defaults() {
        return defaults;
    }

    Set<DealFilter> localFilters() {
        return localFilters;
    }

    /** The currency of all deals; empty if the vendor has currencies of its own, or none is configured. */
    Optional<String> fixedCurrency() {
        return fixesCurrency ? config.currency() : Optional.empty();
    }

    /** Whether stages are those of the configuration, since the vendor lists none. */
    boolean listsConfiguredStages() {
        return !vendor.supports(Operation.LIST_STAGES)
                && (!config.stages().isEmpty()
                        || !config.wonStages().isEmpty()
                        || !config.lostStages().isEmpty()
                        || config.openStage().isPresent());
    }

    /** Whether the vendor takes a field in an operation by itself. */
    boolean takes(Operation operation, DealField field) {
        return vendor.supports(operation) && vendor.writableFields(operation).contains(field);
    }

    /** Whether deals have a status at all, under this configuration. */
    boolean knowsStatus(DealStatus status) {
        boolean own = vendor.support(Operation.WIN) == Support.DOCUMENTED;
        boolean won = !config.wonStages().isEmpty();
        boolean lost = !config.lostStages().isEmpty();
        return own
                || switch (status) {
                    case WON -> won;
                    case LOST -> lost;
                    case OPEN -> config.openStage().isPresent() || (won && lost && config.otherStagesAreOpen());
                    case UNKNOWN -> false;
                };
    }

    private void keep(DealField field, String text) {
        String key = "deals.keep." + FieldNames.of(field);
        if (isTaken(field)) {
            idle.put(key, vendor.provider() + " takes " + FieldNames.of(field) + " itself");
            return;
        }
        KeptPlace place = KeptPlace.parse(text);
        Optional<String> fault = switch (place.kind()) {
            case CUSTOM_FIELD -> customFault(place.key());
            case EXTRA -> extraFault(place.key());
            case VALUE ->
                takes(Operation.UPDATE, DealField.VALUE) || config.keep().containsKey(DealField.VALUE)
                        ? Optional.empty()
                        : Optional.of("no value of a deal can be written at " + vendor.provider()
                                + "; set deals.keep.value too, or write custom:KEY");
        };
        if (fault.isPresent()) {
            faults.add(ConfigPlace.of(config, key) + ": " + fault.get());
        } else {
            kept.put(
                    field,
                    place.kind() == KeptPlace.Kind.CUSTOM_FIELD
                            ? new KeptPlace(place.kind(), vendorKey(place.key()))
                            : place);
        }
    }

    private String vendorKey(String aliasOrKey) {
        return config.fields().getOrDefault(aliasOrKey, aliasOrKey);
    }

    private Optional<String> customFault(String aliasOrKey) {
        if (operationsThat(DEAL_WRITES, DealField.CUSTOM_FIELDS).isEmpty()) {
            boolean isOff = DEAL_WRITES.stream()
                    .anyMatch(write -> vendor.writableFields(write).contains(DealField.CUSTOM_FIELDS));
            return Optional.of(vendor.provider() + " has no custom fields that can be written"
                    + (isOff ? "; set deals.allow-unverified=true to try it" : ""));
        }
        String key = vendorKey(aliasOrKey);
        if (!provider.isCustomFieldKey(key)) {
            return Optional.of(
                    "\"" + aliasOrKey + "\" is no alias of deals.fields.NAME, and no key of a custom field at "
                            + vendor.provider() + aliases(aliasOrKey));
        }
        if (config.referenceField().map(this::vendorKey).filter(key::equals).isPresent()) {
            return Optional.of("deals.reference-field keeps the reference there; write another custom field");
        }
        return Optional.empty();
    }

    private String aliases(String meant) {
        return config.fields().isEmpty()
                ? "; set deals.fields." + meant + " to the vendor's key"
                : "; aliases: "
                        + String.join(
                                ", ",
                                Suggestions.nearestFirst(
                                        meant, List.copyOf(config.fields().keySet())));
    }

    private Optional<String> extraFault(String name) {
        Set<String> texts = new LinkedHashSet<>();
        Set<String> all = new LinkedHashSet<>();
        for (Operation write : DEAL_WRITES) {
            if (vendor.supports(write)) {
                texts.addAll(vendor.textExtras(write));
                all.addAll(vendor.extras(write));
            }
        }
        if (texts.contains(name)) {
            return Optional.empty();
        }
        String choice = texts.isEmpty() ? "; it has none" : "; it has " + String.join(", ", texts);
        return Optional.of(
                all.contains(name)
                        ? "\"" + name + "\" is no text field at " + vendor.provider() + choice
                        : vendor.provider() + " documents no text field \"" + name + "\" of its own" + choice);
    }

    /** Whether the vendor takes a field in any operation where a caller can set it. */
    private boolean isTaken(DealField field) {
        return !operationsThat(EnumSet.allOf(Operation.class), field).isEmpty();
    }

    private Set<Operation> operationsThat(Set<Operation> operations, DealField field) {
        Set<Operation> taking = EnumSet.noneOf(Operation.class);
        for (Operation operation : operations) {
            if (takes(operation, field)) {
                taking.add(operation);
            }
        }
        return taking;
    }

    private void fixCurrency() {
        if (isTaken(DealField.CURRENCY)) {
            idle.put("deals.currency", vendor.provider() + " has a currency with each value");
        } else {
            fixesCurrency = true;
        }
    }

    private void drop(DealField field) {
        boolean isTakenEverywhere = true;
        for (Operation operation : field.operations()) {
            isTakenEverywhere &= !vendor.supports(operation) || takes(operation, field);
        }
        if (isTakenEverywhere && isTaken(field)) {
            idle.put("deals.drop", vendor.provider() + " takes " + FieldNames.of(field) + " itself");
        } else {
            dropped.add(field);
        }
    }

    private void fillIn(DealField field, String text) {
        String key = "deals.default." + FieldNames.of(field);
        if (!MAY_BE_REQUIRED.contains(field)) {
            faults.add(ConfigPlace.of(config, key) + ": no vendor requires " + FieldNames.of(field)
                    + ", so that nothing is ever sent for it; remove the key");
            return;
        }
        try {
            DealParts unused = withText(field, text);
        } catch (IllegalArgumentException unusable) {
            faults.add(ConfigPlace.of(config, key) + ": \"" + text + "\" " + unusable.getMessage());
            return;
        }
        boolean isRequired = false;
        for (Operation operation : field.operations()) {
            isRequired |= vendor.supports(operation)
                    && vendor.requiredFields(operation).contains(field);
        }
        if (isRequired) {
            defaults.put(field, text);
        } else {
            idle.put(key, vendor.provider() + " does not require " + FieldNames.of(field));
        }
    }

    private static DealParts withText(DealField field, String text) {
        DealParts parts = DealParts.of(NewDeal.builder().build());
        parts.set(field, field == DealField.OWNERS ? FieldText.ofTexts(List.of(text)) : text);
        return parts;
    }

    private void addLocalQuery() {
        if (!vendor.supports(Operation.LIST)) {
            return;
        }
        if (config.filtersLocally()) {
            for (DealFilter filter : DealFilter.values()) {
                if (!vendor.filters().contains(filter) && canBeToldOfDeals(filter)) {
                    localFilters.add(filter);
                }
            }
            if (localFilters.isEmpty() && !config.sortsLocally()) {
                idle.put("deals.local-query", vendor.provider() + " applies the filters itself");
            }
        }
        if (config.sortsLocally()) {
            for (DealSort sort : DealSort.values()) {
                if (!vendor.sorts().contains(sort) && canBeToldOfDeals(sort)) {
                    localSorts.add(sort);
                }
            }
        }
    }

    /** A deal that never has what a filter looks at would fit none, which is not true of the account. */
    private boolean canBeToldOfDeals(DealFilter filter) {
        return switch (filter) {
            case STATUS -> knowsStatus(DealStatus.WON) || knowsStatus(DealStatus.LOST) || knowsStatus(DealStatus.OPEN);
            case STAGE, TEXT -> true;
            case OWNER -> isShown(DealField.OWNERS);
            // No deal says which team it belongs to.
            case TEAM -> false;
            case MIN_VALUE, MAX_VALUE -> isShown(DealField.VALUE);
            case EXPECTED_CLOSE_AFTER, EXPECTED_CLOSE_BEFORE -> isShown(DealField.EXPECTED_CLOSE_ON);
        };
    }

    private boolean canBeToldOfDeals(DealSort sort) {
        return switch (sort) {
            case VALUE, VALUE_DESCENDING -> isShown(DealField.VALUE);
            case EXPECTED_CLOSE_ON, EXPECTED_CLOSE_ON_DESCENDING -> isShown(DealField.EXPECTED_CLOSE_ON);
            case CREATED_AT, CREATED_AT_DESCENDING, UPDATED_AT, UPDATED_AT_DESCENDING -> true;
        };
    }

    private boolean isShown(DealField field) {
        return kept.containsKey(field) || isTaken(field);
    }

    private Capabilities bridged() {
        Capabilities.Builder bridged = Capabilities.builder();
        bridged.from(vendor).filters(vendor.filters()).sorts(vendor.sorts());
        Map<Operation, OperationCapability> operations = new EnumMap<>(Operation.class);
        operations.putAll(vendor.operations());
        for (Operation operation : Operation.values()) {
            OperationCapability capability = operations.get(operation);
            if (capability != null && operation.isWrite()) {
                operations.put(operation, bridged(operation, capability));
            }
        }
        if (listsConfiguredStages()) {
            operations.put(
                    Operation.LIST_STAGES,
                    OperationCapability.builder()
                            .support(Support.DERIVED)
                            .explanation("the stages of the configuration, as deals.stages.NAME and the keys of closing"
                                    + " stages say, since " + vendor.explain(Operation.LIST_STAGES))
                            .build());
        }
        bridged.operations(operations)
                .addAllFilters(localFilters)
                .addAllSorts(localSorts)
                .localFilters(localFilters)
                .localSorts(localSorts)
                .bridges(fieldBridges())
                .defaults(defaults)
                .configuredStages(listsConfiguredStages());
        return bridged.build();
    }

    private Map<DealField, FieldBridge> fieldBridges() {
        Map<DealField, FieldBridge> bridges = new EnumMap<>(DealField.class);
        dropped.forEach(
                field -> bridges.put(field, new FieldBridge(FieldBridge.Kind.DROPPED, "deals.drop", Optional.empty())));
        if (fixesCurrency) {
            bridges.put(
                    DealField.CURRENCY, new FieldBridge(FieldBridge.Kind.FIXED, "deals.currency", Optional.empty()));
        }
        kept.forEach((field, place) -> bridges.put(
                field,
                new FieldBridge(
                        FieldBridge.Kind.KEPT,
                        "deals.keep." + FieldNames.of(field),
                        Optional.of(place(place).path()))));
        return bridges;
    }

    /** A place under the name that a caller knows. */
    KeptPlace place(KeptPlace place) {
        if (place.kind() != KeptPlace.Kind.CUSTOM_FIELD) {
            return place;
        }
        return config.fields().entrySet().stream()
                .filter(alias -> alias.getValue().equals(place.key()))
                .findFirst()
                .map(alias -> new KeptPlace(place.kind(), alias.getKey()))
                .orElse(place);
    }

    private OperationCapability bridged(Operation operation, OperationCapability capability) {
        Set<DealField> writable = EnumSet.noneOf(DealField.class);
        writable.addAll(capability.writableFields());
        Set<DealField> clearable = EnumSet.noneOf(DealField.class);
        clearable.addAll(capability.clearableFields());
        kept.forEach((field, place) -> {
            if (field.operations().contains(operation) && canKeep(operation, place)) {
                writable.add(field);
                if (operation == Operation.UPDATE) {
                    clearable.add(field);
                }
            }
        });
        boolean hasValue = writable.contains(DealField.VALUE) || writable.contains(DealField.FINAL_VALUE);
        if (fixesCurrency && hasValue) {
            writable.add(DealField.CURRENCY);
        }
        // What they keep would be cleared with all the others.
        boolean keepsInCustomFields =
                kept.values().stream().anyMatch(place -> place.kind() == KeptPlace.Kind.CUSTOM_FIELD);
        if (keepsInCustomFields) {
            clearable.remove(DealField.CUSTOM_FIELDS);
        }
        Set<DealField> required = EnumSet.noneOf(DealField.class);
        required.addAll(capability.requiredFields());
        required.removeAll(defaults.keySet());
        OperationCapability.Builder bridged = OperationCapability.builder();
        bridged.from(capability)
                .writableFields(writable)
                .requiredFields(required)
                .clearableFields(clearable);
        return bridged.build();
    }

    private boolean canKeep(Operation operation, KeptPlace place) {
        Operation write = operation == Operation.CREATE ? Operation.CREATE : Operation.UPDATE;
        return switch (place.kind()) {
            case CUSTOM_FIELD -> takes(write, DealField.CUSTOM_FIELDS);
            case EXTRA -> vendor.supports(write) && vendor.textExtras(write).contains(place.key());
            case VALUE -> true;
        };
    }
}
