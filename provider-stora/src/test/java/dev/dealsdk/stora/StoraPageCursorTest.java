package dev.dealsdk.stora;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StoraPageCursorTest {

    @ParameterizedTest(name = "rows {0}, next {1}, pages {2}, count {3}")
    @CsvSource({
        "10, 3,  ,   , true",
        "10, 3, 2, 20, true",
        "10,  , 2, 20, false",
        "10,  , 3,   , true",
        "10, 1, 2,   , false",
        "10,  ,  , 21, true",
        "10,  ,  , 20, false",
        "10,  ,  ,   , true",
        " 9,  ,  ,   , false",
        " 0, 3, 9, 99, false"
    })
    void after_secondPage_goesOnWhileThereIsMore(
            int rows, @Nullable Integer next, @Nullable Integer pages, @Nullable Long count, boolean more) {
        StoraPagination pagination = StoraPagination.builder()
                .next(Optional.ofNullable(next))
                .pages(Optional.ofNullable(pages))
                .count(Optional.ofNullable(count))
                .build();

        assertThat(new StoraPageCursor(2, 10).after(Optional.of(pagination), rows))
                .isEqualTo(more ? Optional.of(new StoraPageCursor(3, 10)) : Optional.empty());
    }

    @Test
    void after_fullPageWithoutPagination_asksOnceMore() {
        assertThat(new StoraPageCursor(1, 2).after(Optional.empty(), 2)).contains(new StoraPageCursor(2, 2));
        assertThat(new StoraPageCursor(1, 2).after(Optional.empty(), 1)).isEmpty();
    }
}
