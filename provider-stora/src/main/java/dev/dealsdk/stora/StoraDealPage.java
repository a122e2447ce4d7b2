package dev.dealsdk.stora;

import dev.dealsdk.RecordProblem;
import java.util.List;
import java.util.Optional;

/**
 * One page of deals, with the counters of its {@code meta} [docs: list-all-deals].
 *
 * @param deals the deals of the page
 * @param problems the records that could not be read
 * @param pagination the position of the page in the list
 */
public record StoraDealPage(
        List<StoraDeal> deals, List<RecordProblem> problems, Optional<StoraPagination> pagination) {}
