package dev.dealsdk.backside;

import dev.dealsdk.RecordProblem;
import java.util.List;
import java.util.Optional;

/**
 * A list of deals. Its form is not documented: read are {@code {data, has_more, next_cursor}}, the form of [docs: api-keys],
 * and a bare array, the form of [docs: list-contacts]. Immutable.
 *
 * @param data the deals that could be read, in Backside's order
 * @param problems the records that could not be read
 * @param hasMore whether there are deals beyond these; empty for a bare array, which does not say
 * @param nextCursor where they begin, to be sent back unchanged; by which parameter is not documented
 */
public record BacksideDealPage(
        List<BacksideDeal> data,
        List<RecordProblem> problems,
        Optional<Boolean> hasMore,
        Optional<String> nextCursor) {}
