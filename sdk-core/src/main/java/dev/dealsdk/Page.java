package dev.dealsdk;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * One page of a listing, fetched with one request. Immutable.
 *
 * @param <T> the type of the items
 * @param items the items in the vendor's order, without those that an earlier page of the same listing already
 *     delivered; may be empty even if another page follows
 * @param problems the records of this page that could not be read, and problems of the page as a whole, such as
 *     contradictory counters; usually empty
 * @param total the number of items on all pages; empty if the vendor does not count them, or reports fewer than it sent
 * @param nextPageToken the token of the next page, for {@link DealQuery#pageToken()}, possibly in another process;
 *     empty on the last page
 */
public record Page<T>(List<T> items, List<RecordProblem> problems, Optional<Long> total, Optional<String> nextPageToken)
        implements JsonByModule {

    /** Copies the lists. Use {@link #builder()} to create an instance. */
    public Page {
        // Costs nothing where they are immutable already.
        items = List.copyOf(items);
        problems = List.copyOf(problems);
    }

    /**
     * {@return a builder in which nothing is set; every part is optional}
     *
     * @param <T> the type of the items
     */
    public static <T> Builder<T> builder() {
        return new Builder<>();
    }

    @Override
    public String toString() {
        return "Page{items=" + items + ", problems=" + problems
                + total.map(count -> ", total=" + count).orElse("")
                + nextPageToken.map(token -> ", nextPageToken=" + token).orElse("")
                + '}';
    }

    /**
     * Builds a {@link Page}; not thread-safe. Written by hand because a generated builder would copy the list of every
     * page twice.
     *
     * @param <T> the type of the items
     */
    public static final class Builder<T> {
        private List<T> items = List.of();
        private List<RecordProblem> problems = List.of();
        private Optional<Long> total = Optional.empty();
        private Optional<String> nextPageToken = Optional.empty();

        Builder() {}

        /**
         * Adds all parts of a page. Single values that are present in the page replace those of this builder.
         *
         * @param page the page to copy from; it is not changed
         * @return this builder
         */
        public Builder<T> from(Page<T> page) {
            total = page.total().or(() -> total);
            nextPageToken = page.nextPageToken().or(() -> nextPageToken);
            return addAllItems(page.items()).addAllProblems(page.problems());
        }

        @SafeVarargs
        public final Builder<T> addItems(T... elements) {
            for (T element : elements) {
                items = Lists.joined(items, List.of(element));
            }
            return this;
        }

        public Builder<T> addAllItems(Iterable<? extends T> elements) {
            items = Lists.joined(items, elements);
            return this;
        }

        public Builder<T> items(Iterable<? extends T> elements) {
            items = Lists.joined(List.of(), elements);
            return this;
        }

        public Builder<T> addProblems(RecordProblem... elements) {
            return addAllProblems(List.of(elements));
        }

        public Builder<T> addAllProblems(Iterable<? extends RecordProblem> elements) {
            problems = Lists.joined(problems, elements);
            return this;
        }

        public Builder<T> problems(Iterable<? extends RecordProblem> elements) {
            problems = Lists.joined(List.of(), elements);
            return this;
        }

        public Builder<T> total(long value) {
            return total(Optional.of(value));
        }

        public Builder<T> total(Optional<Long> value) {
            total = requireNonNull(value, "total");
            return this;
        }

        public Builder<T> nextPageToken(String value) {
            return nextPageToken(Optional.of(requireNonNull(value, "nextPageToken")));
        }

        public Builder<T> nextPageToken(Optional<String> value) {
            nextPageToken = requireNonNull(value, "nextPageToken");
            return this;
        }

        /** {@return a page with the parts that have been set} */
        public Page<T> build() {
            return new Page<>(items, problems, total, nextPageToken);
        }
    }
}
