package dev.dealsdk.backside;

import dev.dealsdk.RecordProblem;
import dev.dealsdk.spi.WireStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A list of deals. Its form is not documented: read are {@code {data, has_more, next_cursor}}, the form of [docs: api-keys],
 * and a bare array, the form of [docs: list-contacts]. Immutable.
 */
@Value.Immutable
@WireStyle
public interface BacksideDealPage {

    /** {@return the deals that could be read, in Backside's order} */
    List<BacksideDeal> data();

    /** {@return the records that could not be read} */
    List<RecordProblem> problems();

    /** {@return whether there are deals beyond these; empty for a bare array, which does not say} */
    Optional<Boolean> hasMore();

    /** {@return where they begin, to be sent back unchanged; by which parameter is not documented} */
    Optional<String> nextCursor();

    /** {@return a new builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link BacksideDealPage}; not thread-safe. */
    final class Builder extends ImmutableBacksideDealPage.Builder {
        Builder() {}
    }
}
