package dev.dealsdk.stardex;

import dev.dealsdk.RecordProblem;
import java.util.List;
import java.util.Optional;

/**
 * One page of deals, with the counters of its {@code meta} [docs: search-deals]; the members of {@code meta} are
 * inferred.
 *
 * @param data the deals that could be read
 * @param problems the records that could not be read
 * @param total the number of deals on all pages
 * @param offset the number of deals before this page
 * @param limit the requested page size, not the number of deals
 */
public record StardexDealPage(
        List<StardexDeal> data,
        List<RecordProblem> problems,
        Optional<Long> total,
        Optional<Long> offset,
        Optional<Integer> limit) {}
