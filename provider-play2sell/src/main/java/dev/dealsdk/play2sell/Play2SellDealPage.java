package dev.dealsdk.play2sell;

import dev.dealsdk.RecordProblem;
import java.util.List;
import java.util.Optional;

/**
 * One page of deals, with the counters of its {@code meta} [docs: sales].
 *
 * @param data the deals of this page in the requested order
 * @param problems the records that could not be read; empty if there are none
 * @param total the number of deals on all pages
 * @param page the number of this page, from 1
 * @param perPage the page size
 * @param totalPages the number of pages
 */
public record Play2SellDealPage(
        List<Play2SellDeal> data,
        List<RecordProblem> problems,
        Optional<Long> total,
        Optional<Integer> page,
        Optional<Integer> perPage,
        Optional<Integer> totalPages) {}
