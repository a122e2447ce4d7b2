package dev.dealsdk.transfer;

import dev.dealsdk.Company;
import dev.dealsdk.Contact;
import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.NewDeal;
import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.StoraSimulator;
import dev.dealsdk.testkit.VendorSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** An account of each of two vendors. */
final class Accounts implements AutoCloseable {
    private final Play2SellSimulator source = Play2SellSimulator.start();
    private final StoraSimulator target = StoraSimulator.start();
    /** What the target has before anything is moved. */
    private final Set<String> earlier;

    Accounts() {
        try (DealsClient client = connectSource()) {
            client.list(DealQuery.all()).stream().toList().forEach(deal -> client.delete(deal.id()));
        }
        try (DealsClient client = connectTarget()) {
            earlier = client.list(DealQuery.all()).stream().map(Deal::id).collect(Collectors.toSet());
        }
    }

    VendorSimulator source() {
        return source;
    }

    VendorSimulator target() {
        return target;
    }

    DealsConfig sourceConfig() {
        Map<String, String> config = new LinkedHashMap<>(source.config());
        config.put("deals.currency", "USD");
        return DealsConfig.from(config);
    }

    static Map<String, String> targetKeys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("deals.reference-field", "moved_from");
        keys.put("deals.keep.value", "custom:amount");
        keys.put("deals.keep.value-currency", "custom:currency");
        keys.put("deals.keep.expected-close-on", "custom:expected_close");
        keys.put("deals.keep.company-name", "custom:company");
        keys.put("deals.keep.tags", "custom:tags");
        keys.put("deals.default.lost-reason", "price_concerns");
        keys.put("deals.max-attempts", "2");
        keys.put("deals.max-retry-delay", "20ms");
        return keys;
    }

    DealsConfig targetConfig() {
        Map<String, String> config = new LinkedHashMap<>(target.config());
        config.putAll(targetKeys());
        return DealsConfig.from(config);
    }

    DealsClient connectSource() {
        return DealsClient.connect(sourceConfig());
    }

    DealsClient connectTarget() {
        return DealsClient.connect(targetConfig());
    }

    static Map<String, String> mappingLines(String closed) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("closed", closed);
        lines.put("field.contact-name", "drop");
        lines.put("field.contact-email", "drop");
        lines.put("field.win-probability", "drop");
        lines.put("lost-reason.*", "price_concerns");
        lines.put("stage.*", "-");
        lines.put("owner.*", "drop");
        lines.put("extra.*", "drop");
        lines.put("custom.*", "drop");
        return lines;
    }

    TransferMapping mapping(String closed) {
        return TransferMapping.of(mappingLines(closed));
    }

    TransferOptions.Builder options() {
        return TransferOptions.builder().settle(Duration.ofMillis(50)).outage(Duration.ofSeconds(20));
    }

    Transfer transfer(Path folder) {
        return Transfer.from(sourceConfig())
                .to(targetConfig())
                .store(folder.resolve("move.store"))
                .options(options().build());
    }

    List<String> plant(int deals) {
        return plant(deals, 6);
    }

    /** Of every so many one is won and one is lost; 0 for none. */
    List<String> plant(int deals, int closedOf) {
        List<String> ids = new ArrayList<>();
        try (DealsClient client = connectSource()) {
            for (int i = 0; i < deals; i++) {
                Deal deal = client.create(NewDeal.builder()
                        .name("Deal " + i)
                        .value(DealValue.of(String.valueOf(100 + i)))
                        .contact(Contact.builder()
                                .name("Ada Lovelace")
                                .email("ada@example.com")
                                .build())
                        .company(Company.named("Umbrella " + i))
                        .addTags("hot", "moved")
                        .expectedCloseOn(LocalDate.of(2027, 1, 1 + i % 28))
                        .build());
                ids.add(deal.id());
                if (closedOf > 0 && i % closedOf == closedOf - 1) {
                    deal = client.lose(deal.id(), "price");
                } else if (closedOf > 0 && i % closedOf == closedOf - 2) {
                    deal = client.win(deal.id());
                }
            }
        }
        return ids;
    }

    List<Deal> atTarget() {
        try (DealsClient client = connectTarget()) {
            return client.list(DealQuery.all()).stream()
                    .filter(deal -> !earlier.contains(deal.id()))
                    .toList();
        }
    }

    @Override
    public void close() {
        source.close();
        target.close();
    }
}
