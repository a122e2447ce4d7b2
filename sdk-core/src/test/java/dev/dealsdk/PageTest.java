package dev.dealsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PageTest {

    @Test
    void build_ofItemsAddedInEveryWay_holdsThemInOrder() {
        Page<String> page = Page.<String>builder()
                .addItems("a")
                .addItems("b", "c")
                .addAllItems(List.of("d"))
                .total(4)
                .nextPageToken("n")
                .build();

        assertThat(page.items()).containsExactly("a", "b", "c", "d");
        assertThat(page.total()).contains(4L);
        assertThat(page.nextPageToken()).contains("n");
        assertThat(page)
                .isEqualTo(Page.<String>builder().from(page).build())
                .hasToString("Page{items=[a, b, c, d], problems=[], total=4, nextPageToken=n}");
    }

    @Test
    void build_thenMoreIsAdded_leavesThePageAsItWas() {
        Page.Builder<String> builder = Page.<String>builder().addItems("a").addItems("b");
        Page<String> page = builder.build();
        builder.addItems("c");

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(builder.build().items()).containsExactly("a", "b", "c");
    }

    @Test
    void items_ofAListThatChangesLater_areWhatTheyWere() {
        List<String> given = new ArrayList<>(List.of("a"));
        Page<String> page = Page.<String>builder().items(given).build();
        given.add("b");

        assertThat(page.items()).containsExactly("a");
        assertThatThrownBy(() -> page.items().add("c")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void items_withNull_areRefused() {
        List<String> given = new ArrayList<>();
        given.add(null);

        assertThatNullPointerException()
                .isThrownBy(() -> Page.<String>builder().items(given).build());
    }
}
