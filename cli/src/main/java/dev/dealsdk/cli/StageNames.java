package dev.dealsdk.cli;

import dev.dealsdk.Deal;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsException;
import dev.dealsdk.Operation;
import dev.dealsdk.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds the names of stages to deals that have only stage ids. Stages are requested once, when first needed. */
final class StageNames {
    private final DealsClient deals;
    private @Nullable Map<String, String> byId;

    StageNames(DealsClient deals) {
        this.deals = deals;
    }

    /** The deals with the names of their stages, as far as known. */
    List<Deal> in(List<Deal> some) {
        return some.stream().map(this::in).toList();
    }

    /** The deal with the name of its stage, if known. */
    Deal in(Deal deal) {
        if (deal.stageName().isPresent() || deal.stageId().isEmpty()) {
            return deal;
        }
        return Optional.ofNullable(names().get(deal.stageId().get()))
                .map(name -> Deal.builder().from(deal).stageName(name).build())
                .orElse(deal);
    }

    private Map<String, String> names() {
        if (byId == null) {
            byId = deals.capabilities().supports(Operation.LIST_STAGES) ? read() : Map.of();
        }
        return byId;
    }

    private Map<String, String> read() {
        try {
            return deals.stages().stream().collect(Collectors.toMap(Stage::id, Stage::name, (one, other) -> one));
        } catch (DealsException unavailable) {
            // The deals can still be shown with stage ids.
            return Map.of();
        }
    }
}
