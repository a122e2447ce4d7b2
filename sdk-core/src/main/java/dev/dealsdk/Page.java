package dev.dealsdk;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing, as one request brought it.
 *
 * @param <T> what is listed
 */
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
    final class Builder<T> {
        private List<T> items = List.of();
        private List<RecordProblem> problems = List.of();
        private @Nullable Long total;
        private @Nullable String nextPageToken;

        Builder() {}

        /**
         * Adds all parts of a page, replacing what is single and present.
         *
         * @param page is left as it is
         * @return this builder
         */
        public Builder<T> from(Page<T> page) {
            total = page.total().orElse(total);
            nextPageToken = page.nextPageToken().orElse(nextPageToken);
            return addAllItems(page.items()).addAllProblems(page.problems());
        }

        /**
         * Adds to {@link Page#items()}.
         *
         * @param element what is listed
         * @return this builder
         */
        public Builder<T> addItems(T element) {
            items = Lists.joined(items, List.of(element));
            return this;
        }

        /**
         * Adds to {@link Page#items()}.
         *
         * @param elements what is listed
         * @return this builder
         */
        @SafeVarargs
        public final Builder<T> addItems(T... elements) {
            for (T element : elements) {
                addItems(element);
            }
            return this;
        }

        /**
         * Adds to {@link Page#items()}.
         *
         * @param elements what is listed
         * @return this builder
         */
        public Builder<T> addAllItems(Iterable<? extends T> elements) {
            items = Lists.joined(items, elements);
            return this;
        }

        /**
         * Sets {@link Page#items()}.
         *
         * @param elements what is listed
         * @return this builder
         */
        public Builder<T> items(Iterable<? extends T> elements) {
            items = Lists.joined(List.of(), elements);
            return this;
        }

        /**
         * Adds to {@link Page#problems()}.
         *
         * @param element a record that could not be read
         * @return this builder
         */
        public Builder<T> addProblems(RecordProblem element) {
            problems = Lists.joined(problems, List.of(element));
            return this;
        }

        /**
         * Adds to {@link Page#problems()}.
         *
         * @param elements records that could not be read
         * @return this builder
         */
        public Builder<T> addProblems(RecordProblem... elements) {
            return addAllProblems(Arrays.asList(elements));
        }

        /**
         * Adds to {@link Page#problems()}.
         *
         * @param elements records that could not be read
         * @return this builder
         */
        public Builder<T> addAllProblems(Iterable<? extends RecordProblem> elements) {
            problems = Lists.joined(problems, elements);
            return this;
        }

        /**
         * Sets {@link Page#problems()}.
         *
         * @param elements records that could not be read
         * @return this builder
         */
        public Builder<T> problems(Iterable<? extends RecordProblem> elements) {
            problems = Lists.joined(List.of(), elements);
            return this;
        }

        /**
         * Sets {@link Page#total()}.
         *
         * @param value how many there are on all pages together
         * @return this builder
         */
        public Builder<T> total(long value) {
            total = value;
            return this;
        }

        /**
         * Sets or clears {@link Page#total()}.
         *
         * @param value how many there are on all pages together; empty for nothing
         * @return this builder
         */
        public Builder<T> total(Optional<Long> value) {
            total = value.orElse(null);
            return this;
        }

        /**
         * Sets {@link Page#nextPageToken()}.
         *
         * @param value where the next page starts
         * @return this builder
         */
        public Builder<T> nextPageToken(String value) {
            nextPageToken = Objects.requireNonNull(value, "nextPageToken");
            return this;
        }

        /**
         * Sets or clears {@link Page#nextPageToken()}.
         *
         * @param value where the next page starts; empty for nothing
         * @return this builder
         */
        public Builder<T> nextPageToken(Optional<String> value) {
            nextPageToken = value.orElse(null);
            return this;
        }

        /** {@return a page of what has been set} */
        public Page<T> build() {
            return new PageData<>(
                    List.copyOf(items),
                    List.copyOf(problems),
                    Optional.ofNullable(total),
                    Optional.ofNullable(nextPageToken));
        }
    }
}
