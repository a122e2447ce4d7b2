package dev.dealsdk.testkit.internal.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ElementsTest {
    private final Elements elements = new Elements();

    private static Map<String, Object> deal(String id, int version) {
        return Map.of("id", id, "version", version);
    }

    @Test
    void find_idThatIsThereTwice_isTheFirst() {
        elements.addAll(List.of(deal("a", 1), "planted", deal("b", 1), deal("a", 2)));

        assertThat(elements.find("a")).contains(deal("a", 1));
        elements.remove(0);
        assertThat(elements.find("a")).contains(deal("a", 2));
        assertThat(elements.find("c")).isEmpty();
    }

    @Test
    void find_afterChangesOfTheList_isWhatIsThere() {
        elements.addAll(List.of(deal("a", 1), deal("b", 1)));

        elements.set(0, deal("c", 1));
        elements.removeIf(deal("b", 1)::equals);

        assertThat(elements.find("a")).isEmpty();
        assertThat(elements.find("b")).isEmpty();
        assertThat(elements.find("c")).contains(deal("c", 1));
        elements.clear();
        assertThat(elements.find("c")).isEmpty();
        assertThat(elements).isEmpty();
    }
}
