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

    /**
     * {@return what was listed, in the vendor's order, without rows that an earlier page of the same listing has
     * delivered; may be empty though a page follows}
     */
    List<T> items();

    /** {@return the records of this page that could not be read; empty when all could} */
    List<RecordProblem> problems();

    /** {@return how many there are on all pages together; empty where the vendor does not count them} */
    Optional<Long> total();

    /**
     * {@return where the next page starts; empty on the last page} Goes into {@link DealQuery#pageToken()}, also of
     * another process.
     */
    Optional<String> nextPageToken();

    /**
     * {@return a builder with nothing set; every part is optional}
     *
     * @param <T> what is listed
     */
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
