package dev.dealsdk.stardex;

import dev.dealsdk.RecordProblem;
import java.util.List;
import java.util.Optional;

/**
 * One page of deals with what its {@code meta} says [docs: search-deals]; the parts of that are inferred.
 *
 * @param data the deals that could be read
 * @param problems the records that could not be read
 * @param total how many deals there are on all pages together
 * @param offset how many deals come before the page
 * @param limit the size that was asked for, not the number of deals
 */
public record StardexDealPage(
        List<StardexDeal> data,
        List<RecordProblem> problems,
        Optional<Long> total,
        Optional<Long> offset,
        Optional<Integer> limit) {}
