package dev.dealsdk.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dealsdk.CallOptions;
import dev.dealsdk.DealQuery;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Operation;
import dev.dealsdk.VendorCall;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PageCursorTest {

    @ParameterizedTest(name = "rows {0}, next {1}, pages {2}, total {3}")
    @CsvSource({
        "10, 3,  ,   , true",
        "10, 3, 2, 20, true",
        "10,  , 2, 20, false",
        "10,  , 3,   , true",
        "10, 1, 2,   , true",
        "10,  ,  , 21, true",
        "10,  ,  , 20, false",
        "10,  ,  ,   , true",
        " 9,  ,  ,   , true",
        " 0,  ,  ,   , false",
        " 0,  , 1, 10, false",
        " 0, 3,  ,   , true",
        " 0,  , 9,   , true",
        " 0,  ,  , 99, true"
    })
    void nextPage_afterTheSecond_goesOnWhileThereIsMore(
            int rows, @Nullable Integer next, @Nullable Integer pages, @Nullable Long total, boolean more) {
        assertThat(new PageCursor(2, 10)
                        .nextPage(
                                rows,
                                Optional.ofNullable(next),
                                Optional.ofNullable(pages),
                                Optional.ofNullable(total),
                                Optional.empty())
                        .cursor())
                .isEqualTo(more ? Optional.of(new PageCursor(3, 10)) : Optional.empty());
    }

    @ParameterizedTest(name = "rows {0}, pages {1}, total {2}")
    @CsvSource({
        "10, 0,   , true",
        "10, 2, 50, true",
        "10,  , 12, true",
        "10, 1,   , true",
        " 4, 1,   , true",
        " 4,  , 12, true",
        " 0, 1,   , false",
        " 0,  , 10, false"
    })
    void nextPage_numbersThatContradictTheRows_doNotEndTheListing(
            int rows, @Nullable Integer pages, @Nullable Long total, boolean more) {
        assertThat(new PageCursor(2, 10)
                        .nextPage(
                                rows,
                                Optional.empty(),
                                Optional.ofNullable(pages),
                                Optional.ofNullable(total),
                                Optional.empty())
                        .cursor()
                        .isPresent())
                .isEqualTo(more);
    }

    @ParameterizedTest(name = "rows {0}, next {1}, pages {2}, total {3}, size {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "10 | 3 | 5 | 50 | 10 | ''",
                " 5 |   | 2 | 15 | 10 | ''",
                " 5 |   |   |    |    | ''",
                " 0 |   | 2 | 10 | 10 | ''",
                "10 |   |   | 30 | 10 | ''",
                " 0 | 3 |   |    |    | page 2 holds 0 elements, and the vendor says: the next page is 3, 10 on a page",
                " 4 |   | 0 |    |    | page 2 holds 4 elements, and the vendor says: there are 0 pages, 10 on a page",
                " 4 |   |   | 12 |    | page 2 holds 4 elements, and the vendor says: there are 12, 10 on a page",
                "10 | 3 | 2 |    |    | page 2 holds 10 elements, and the vendor says: the next page is 3, there are 2 pages, 10 on a page",
                " 7 |   | 3 |    | 10 | page 2 holds 7 elements, and the vendor says: there are 3 pages, 10 on a page"
            })
    void nextPage_numbersThatContradictEachOther_sayWhichOnes(
            int rows,
            @Nullable Integer next,
            @Nullable Integer pages,
            @Nullable Long total,
            @Nullable Integer answered,
            String contradiction) {
        assertThat(new PageCursor(2, 10)
                        .nextPage(
                                rows,
                                Optional.ofNullable(next),
                                Optional.ofNullable(pages),
                                Optional.ofNullable(total),
                                Optional.ofNullable(answered))
                        .contradiction()
                        .orElse(""))
                .isEqualTo(contradiction);
    }

    @Test
    void nextPage_totalBelowWhatCame_isNoTotal() {
        PageCursor second = new PageCursor(2, 10);

        assertThat(second.nextPage(4, Optional.empty(), Optional.empty(), Optional.of(12L), Optional.empty())
                        .total())
                .isEmpty();
        assertThat(second.nextPage(4, Optional.empty(), Optional.empty(), Optional.of(14L), Optional.empty())
                        .total())
                .contains(14L);
    }

    @Test
    void nextPage_smallerThanAskedFor_countsTheSizeThatWasAnswered() {
        assertThat(new PageCursor(1, 100)
                        .nextPage(25, Optional.empty(), Optional.empty(), Optional.of(60L), Optional.of(25)))
                .isEqualTo(new NextPage(Optional.of(new PageCursor(2, 100)), Optional.empty(), Optional.of(60L)));
    }

    @ParameterizedTest(name = "rows {0}, total {1}, limit {2}")
    @CsvSource({
        "50, 200,    , 150",
        "50, 150,    , ",
        "50,    , 50, 150",
        "49,    , 50, ",
        "50,    ,   , 150",
        "99,  10,   , 199",
        "100, 10,   , 200",
        " 0, 900,   , 200",
        " 0, 900, 30, 130",
        " 0, 100,   , ",
        " 0,    ,   , "
    })
    void afterRows_ofASearch_countsWhatCame(
            int rows, @Nullable Long total, @Nullable Integer limit, @Nullable Long next) {
        Optional<PageCursor> after = new PageCursor(100, 100)
                .afterRows(rows, Optional.ofNullable(total), Optional.ofNullable(limit))
                .cursor();

        assertThat(after.map(PageCursor::position)).isEqualTo(Optional.ofNullable(next));
    }

    @Test
    void of_ownToken_isTheSamePlace() {
        PageCursor place = new PageCursor(7, 30);

        assertThat(of(place.token())).isEqualTo(place);
    }

    @Test
    void of_noToken_isTheFirstPageOfTheLargestSize() {
        assertThat(PageCursor.of(DealQuery.builder().build(), 1, 100, new Call()))
                .isEqualTo(new PageCursor(1, 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1", "1x", "x1", "0x10", "1x0", "1x101", "-1x10", "1x1x1", "2147483647x10", "one"})
    void of_foreignToken_isRefused(String token) {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> of(token))
                .withMessageContaining("pageToken");
    }

    private static PageCursor of(String token) {
        return PageCursor.of(DealQuery.builder().pageToken(token).build(), 1, 100, new Call());
    }

    /** A call that can be refused, and nothing else. */
    static final class Call implements CallScope {
        @Override
        public Optional<Operation> operation() {
            return Optional.empty();
        }

        @Override
        public CallOptions options() {
            return CallOptions.builder().build();
        }

        @Override
        public String idempotencyKey() {
            throw new AssertionError("not asked for");
        }

        @Override
        public String stageId(String aliasOrIdOrName) {
            throw new AssertionError("not asked for");
        }

        @Override
        public VendorCall.Builder call() {
            return VendorCall.builder();
        }
    }
}
