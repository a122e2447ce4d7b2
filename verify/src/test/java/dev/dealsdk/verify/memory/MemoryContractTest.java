package dev.dealsdk.verify.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.Deal;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.NewDeal;
import dev.dealsdk.testkit.contract.DealsClientContract;
import dev.dealsdk.testkit.contract.VendorAccount;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** That a provider of one's own passes the suite, and needs no credentials. */
final class MemoryContractTest extends DealsClientContract {
    private static final Map<String, String> CONFIG = Map.of("deals.provider", "memory");

    @Override
    protected VendorAccount open() {
        // Nothing to close: each client has a memory of its own.
        return VendorAccount.of(CONFIG, () -> {});
    }

    @Test
    void connect_withoutCredentials_works() {
        try (DealsClient deals = DealsClient.connect(DealsConfig.from(CONFIG))) {
            Deal created = deals.create(NewDeal.builder().name("Tech Corp").build());

            assertThat(deals.get(created.id())).isEqualTo(created);
        }
    }
}
