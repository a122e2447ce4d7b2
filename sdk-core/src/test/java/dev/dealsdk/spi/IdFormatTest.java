package dev.dealsdk.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dealsdk.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IdFormatTest {
    private static final String EXAMPLE = "880e8400-e29b-41d4-a716-446655440000";
    private static final IdFormat UUID = IdFormat.uuid(EXAMPLE);
    private static final IdFormat LIKE = IdFormat.uuidLike(EXAMPLE);
    private static final IdFormat DEAL = IdFormat.prefixed("deal_", "deal_1");

    @ParameterizedTest
    @CsvSource({
        "880e8400-e29b-41d4-a716-446655440000, true, true",
        "880E8400-E29B-41D4-A716-446655440000, true, true",
        "880g8400-e29b-41d4-a716-44665544000Z, false, true",
        "880é8400-e29b-41d4-a716-446655440000, false, false",
        "880e8400e29b-41d4-a716-4466554400000, false, false",
        "880e8400-e29b-41d4-a716-44665544000, false, false",
        "880e8400-e29b-41d4-a716-4466554400000, false, false",
        "880e8400-e29b-41d4-a716-44665544000\u0661, false, false",
        "'', false, false"
    })
    void matches_uuids_byTheirGroupsAndLetters(String id, boolean uuid, boolean like) {
        assertThat(UUID.matches(id)).isEqualTo(uuid);
        assertThat(LIKE.matches(id)).isEqualTo(like);
    }

    @ParameterizedTest
    @CsvSource({"deal_1, true", "deal_, false", "deal_a b, false", "stage_1, false", "'deal_\u0007', false"})
    void matches_prefixed_needsAVisibleRest(String id, boolean fits) {
        assertThat(DEAL.matches(id)).isEqualTo(fits);
    }

    @Test
    void require_anotherForm_saysWhatWasExpected() {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> UUID.require("id", "42", new PageCursorTest.Call()))
                .withMessageContaining("id: is not a UUID such as " + EXAMPLE);
        assertThat(UUID.require("id", EXAMPLE, new PageCursorTest.Call())).isEqualTo(EXAMPLE);
    }
}
