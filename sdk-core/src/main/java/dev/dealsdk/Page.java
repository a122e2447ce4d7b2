package dev.dealsdk;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * One page of a listing, as one request brought it. Immutable.
 *
 * @param <T> what is listed
 * @param items what was listed, in the vendor's order, without rows that an earlier page of the same listing has delivered;
 *     may be empty though a page follows
 * @param problems the records of this page that could not be read, and what is wrong with the page as a whole, such as counters
 *     that contradict each other; mostly empty
 * @param total how many there are on all pages together; empty where the vendor does not count them, or counts fewer than came
 * @param nextPageToken where the next page starts; empty on the last page. Goes into {@link DealQuery#pageToken()}, also of
 *     another process
 */
public record Page<T>(List<T> items, List<RecordProblem> problems, Optional<Long> total, Optional<String> nextPageToken)
        implements JsonByModule {

    /** Copies the lists. {@link #builder()} is the way to make one. */
    public Page {
        // Costs nothing where they are immutable already.
        items = List.copyOf(items);
        problems = List.copyOf(problems);
    }

    /**
     * {@return a builder with nothing set; every part is optional}
     *
     * @param <T> what is listed
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
     * Collects the parts of a {@link Page}; not thread-safe. Written by hand: a generated one would copy the list of every
     * page twice.
     *
     * @param <T> what is listed
     */
    public static final class Builder<T> {
        private List<T> items = List.of();
        private List<RecordProblem> problems = List.of();
        private Optional<Long> total = Optional.empty();
        private Optional<String> nextPageToken = Optional.empty();

        Builder() {}

        /**
         * Adds all parts of a page, replacing what is single and present.
         *
         * @param page is left as it is
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

        /** {@return a page of what has been set} */
        public Page<T> build() {
            return new Page<>(items, problems, total, nextPageToken);
        }
    }
}
