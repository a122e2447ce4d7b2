package dev.dealsdk.backside;

import dev.dealsdk.RecordProblem;
import java.util.List;
import java.util.Optional;

/**
 * A list of deals. Its format is not documented. The SDK reads {@code {data, has_more, next_cursor}}, the format of
 * [docs: api-keys], and a bare array, the format of [docs: list-contacts]. Immutable.
 *
 * @param data the deals that could be read, in Backside's order
 * @param problems the records that could not be read
 * @param hasMore true if there are more deals; empty for a bare array, which does not contain this information
 * @param nextCursor the position of the next deals, to be sent back unchanged; the parameter for it is not documented
 */
public record BacksideDealPage(
        List<BacksideDeal> data,
        List<RecordProblem> problems,
        Optional<Boolean> hasMore,
        Optional<String> nextCursor) {}
