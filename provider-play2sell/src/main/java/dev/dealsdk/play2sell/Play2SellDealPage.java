package dev.dealsdk.play2sell;

import dev.dealsdk.RecordProblem;
import java.util.List;
import java.util.Optional;

/**
 * One page of deals with what its {@code meta} says [docs: sales].
 *
 * @param data the deals of this page in the order asked for
 * @param problems the records that could not be read; empty when all could
 * @param total how many deals there are on all pages together
 * @param page the number of this page, from 1
 * @param perPage how many deals a full page holds
 * @param totalPages how many pages there are
 */
public record Play2SellDealPage(
        List<Play2SellDeal> data,
        List<RecordProblem> problems,
        Optional<Long> total,
        Optional<Integer> page,
        Optional<Integer> perPage,
        Optional<Integer> totalPages) {}
