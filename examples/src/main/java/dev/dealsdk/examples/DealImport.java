package dev.dealsdk.examples;

import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsException;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Outcome;
import java.util.ArrayList;
import java.util.List;

/** A program like yours; {@code DealImportTest} shows how it is tested with a simulator. */
final class DealImport {
    private final DealsClient deals;
    private final List<String> toLookAt = new ArrayList<>();

    DealImport(DealsClient deals) {
        this.deals = deals;
    }

    /** Creates a deal for each line {@code name;value}, and gives the number of those that are known to be there. */
    int run(List<String> lines) {
        int created = 0;
        for (String line : lines) {
            String[] parts = line.split(";", -1);
            try {
                deals.create(NewDeal.builder()
                        .name(parts[0])
                        .value(DealValue.of(parts[1]))
                        .build());
                created++;
            } catch (DealsException failed) {
                if (failed.outcome() != Outcome.UNKNOWN) {
                    throw failed;
                }
                toLookAt.add(line);
            }
        }
        return created;
    }

    /** The lines whose deal may be there or not: to be looked at, never to be sent again blindly. */
    List<String> toLookAt() {
        return List.copyOf(toLookAt);
    }
}
