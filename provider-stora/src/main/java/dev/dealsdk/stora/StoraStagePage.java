package dev.dealsdk.stora;

import java.util.List;
import java.util.Optional;

/**
 * One page of stages, with the counters of its {@code meta} [docs: list-all-stages].
 *
 * @param stages the stages of the page, in the requested order
 * @param pagination the position of the page in the list
 */
public record StoraStagePage(List<StoraStage> stages, Optional<StoraPagination> pagination) {}
