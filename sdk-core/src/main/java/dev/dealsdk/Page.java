package dev.dealsdk;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One page of a listing, as one request brought it.
 *
 * @param <T> what is listed
 */
@Value.Immutable
@SdkStyle
public interface Page<T> {

    /** In the vendor's order, without rows that an earlier page of the same listing has delivered. */
    List<T> items();

    /** The records of this page that could not be read. */
    List<RecordProblem> problems();

    /** How many there are on all pages together, where the vendor counts them. */
    Optional<Long> total();

    /** Where the next page starts; empty on the last page. Goes into {@link DealQuery#pageToken()}, also of another process. */
    Optional<String> nextPageToken();

    static <T> Builder<T> builder() {
        return new Builder<>();
    }

    /**
     * Collects the parts of a {@link Page}; not thread-safe.
     *
     * @param <T> what is listed
     */
    final class Builder<T> extends ImmutablePage.Builder<T> {
        Builder() {}
    }
}
