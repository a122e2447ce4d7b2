package dev.dealsdk.examples.memory;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealField;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import dev.dealsdk.OperationCapability;
import dev.dealsdk.Support;
import dev.dealsdk.spi.DealsProvider;
import dev.dealsdk.spi.ProviderClient;
import dev.dealsdk.spi.ProviderContext;
import java.util.Set;

/** Deals in the memory of this program, gone with the client: {@code deals.provider=memory}, without credentials. */
public final class MemoryProvider implements DealsProvider {
    static final String ID = "memory";
    static final int MAX_PAGE_SIZE = 100;

    /** For {@link java.util.ServiceLoader}. */
    public MemoryProvider() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Capabilities capabilities(DealsConfig config) {
        Capabilities.Builder capabilities = Capabilities.builder().provider(ID).source("the source of this example");
        for (Operation operation : Operation.values()) {
            OperationCapability.Builder does = OperationCapability.builder()
                    .support(Support.DOCUMENTED)
                    .explanation("MemoryDealsClient does " + operation.key() + " on a map");
            capabilities.putOperations(operation, withFields(does, operation).build());
        }
        return capabilities
                .addFilters(DealFilter.STATUS)
                .maxPageSize(MAX_PAGE_SIZE)
                .build();
    }

    private static OperationCapability.Builder withFields(OperationCapability.Builder does, Operation operation) {
        Set<DealField> ofTheDeal = Set.of(DealField.NAME, DealField.VALUE, DealField.TAGS);
        return switch (operation) {
            case CREATE ->
                does.writableFields(ofTheDeal)
                        .addWritableFields(DealField.STAGE)
                        .addRequiredFields(DealField.NAME);
            case UPDATE -> does.writableFields(ofTheDeal).addClearableFields(DealField.TAGS);
            case MOVE -> does.addWritableFields(DealField.STAGE).addRequiredFields(DealField.STAGE);
            case LOSE -> does.addWritableFields(DealField.LOST_REASON).addRequiredFields(DealField.LOST_REASON);
            default -> does;
        };
    }

    /** What all calls of a client share is made here; each call then gets a client of its own, which knows its scope. */
    @Override
    public ProviderClient connect(ProviderContext context) {
        MemoryDealsClient.Account account = new MemoryDealsClient.Account();
        return new MemoryDealsClient(account);
    }
}
