package dev.dealsdk.stora;

import java.util.List;
import java.util.Optional;

/**
 * One page of stages with what its {@code meta} says [docs: list-all-stages].
 *
 * @param stages the stages of the page, in the order asked for
 * @param pagination where the page stands in its list
 */
public record StoraStagePage(List<StoraStage> stages, Optional<StoraPagination> pagination) {}
