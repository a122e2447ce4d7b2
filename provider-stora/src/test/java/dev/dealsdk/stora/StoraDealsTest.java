package dev.dealsdk.stora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dealsdk.ConflictException;
import dev.dealsdk.Contact;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.LineItem;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Outcome;
import dev.dealsdk.Reopen;
import dev.dealsdk.StageRef;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every operation, as a caller sees it. */
final class StoraDealsTest extends SimulatorTest {
    private static final LineItem UNIT = LineItem.builder()
            .type("unit_type")
            .itemId("utype_f18fc91387cdf710")
            .build();
    private static final LineItem PROTECTION = LineItem.builder()
            .type("protection")
            .itemId("plvl_e8f3ad0a07e47566")
            .build();

    @Test
    void create_everyField_isKept() {
        Deal created = deals.create(NewDeal.builder()
                .name("Größe \"XL\" – 倉庫 🚀")
                .contact(Contact.builder().id("con_1234567890abcdef").build())
                .stage(StageRef.named("SECOND"))
                .addOwnerIds("staff_947b3057d5df338e")
                .addLineItems(UNIT, PROTECTION)
                .putCustomFields("erp.id", "0.10")
                .putExtras("note", "£50 per month")
                .putExtras("site", Map.of("id", "site_14b419f1096013f1"))
                .putExtras("starts_at", "2026-12-01T09:00:00Z")
                .build());

        assertThat(created.status()).isEqualTo(DealStatus.OPEN);
        assertThat(created.name()).contains("Größe \"XL\" – 倉庫 🚀");
        assertThat(created.contact())
                .contains(Contact.builder().id("con_1234567890abcdef").build());
        assertThat(created.stageId()).contains(SECOND);
        assertThat(created.ownerIds()).containsExactly("staff_947b3057d5df338e");
        assertThat(created.lineItems()).containsExactly(one(PROTECTION), one(UNIT));
        assertThat(created.customFields()).isEqualTo(Map.of("erp.id", "0.10"));
        assertThat(created.extras())
                .containsEntry("note", "£50 per month")
                .containsEntry("value_estimate", "£50 per month")
                .containsEntry("site", Map.of("id", "site_14b419f1096013f1"))
                .containsEntry("starts_at", "2026-12-01T09:00:00Z")
                .containsEntry("creator", Map.of("id", "app_99b90b9d208a137b"));
        assertThat(created.value()).isEmpty();
        assertThat(deals.get(created.id())).isEqualTo(created);
    }

    @Test
    void get_unknownDeal_isNotFound() {
        assertThatExceptionOfType(DealNotFoundException.class)
                .isThrownBy(() -> deals.get("deal_0000000000000000"))
                .satisfies(failure -> assertThat(failure.vendorCode()).contains("resource_not_found"))
                .satisfies(failure -> assertThat(failure.requestId()).isPresent());
    }

    @Test
    void get_dealOnADeletedStage_keepsItsName() {
        Deal deal = deals.get(ARCHIVED);

        assertThat(deal.stageId()).isEmpty();
        assertThat(deal.stageName()).contains("Second Stage - (Deleted)");
        assertThat(deal.extras().get("stage"))
                .isEqualTo(Map.of(
                        "position", new BigDecimal(2),
                        "created_at", "2025-02-22T14:41:00Z",
                        "updated_at", "2025-02-22T14:41:00Z"));
    }

    @Test
    void update_fieldsOfAllThreeStates_changesThoseAlone() {
        deals.update(
                OPEN,
                DealUpdate.builder()
                        .putCustomFields("a", "1")
                        .putCustomFields("b", "2")
                        .build());
        Deal before = deals.get(OPEN);

        Deal after = deals.update(
                OPEN,
                DealUpdate.builder()
                        .name("Renamed")
                        .ownerIds(List.of("staff_1"))
                        .customFields(withNull("a"))
                        .clear(DealField.LINE_ITEMS)
                        .extras(withNull("site"))
                        .build());

        assertThat(after.name()).contains("Renamed");
        assertThat(after.ownerIds()).containsExactly("staff_1");
        assertThat(after.customFields()).isEqualTo(Map.of("b", "2"));
        assertThat(after.lineItems()).isEmpty();
        assertThat(after.extras())
                .doesNotContainKey("site")
                .containsEntry("note", before.extras().get("note"));
        assertThat(after.contact()).isEqualTo(before.contact());
        assertThat(deals.get(OPEN)).isEqualTo(after);
    }

    @Test
    void update_clearedFields_areGone() {
        deals.update(OPEN, DealUpdate.builder().putCustomFields("a", "1").build());

        Deal cleared = deals.update(
                OPEN,
                DealUpdate.builder()
                        .clear(DealField.OWNERS)
                        .clear(DealField.CUSTOM_FIELDS)
                        .clear(DealField.LINE_ITEMS)
                        .build());

        assertThat(cleared.ownerIds()).isEmpty();
        assertThat(cleared.customFields()).isEmpty();
        assertThat(cleared.lineItems()).isEmpty();
    }

    @Test
    void update_itemsAsTheyWereRead_areTaken() {
        List<LineItem> read = deals.get(OPEN).lineItems();

        Deal after = deals.update(OPEN, DealUpdate.builder().lineItems(read).build());

        assertThat(after.lineItems()).isEqualTo(read).hasSize(2);
    }

    @Test
    void win_openDeal_isWon() {
        assertThat(deals.win(OPEN).status()).isEqualTo(DealStatus.WON);
        assertThat(deals.get(OPEN).status()).isEqualTo(DealStatus.WON);
    }

    @Test
    void win_wonDeal_isAConflict() {
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> deals.win(WON))
                .satisfies(failure -> assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED));
    }

    @Test
    void lose_openDeal_keepsTheReason() {
        Deal lost = deals.lose(OPEN, "price_concerns");

        assertThat(lost.status()).isEqualTo(DealStatus.LOST);
        assertThat(lost.lostReason()).contains("price_concerns");
    }

    @Test
    void reopen_closedDeal_goesOnWhereItIsTold() {
        Deal reopened = deals.reopen(
                WON,
                Reopen.builder()
                        .stage(StageRef.named("third"))
                        .addOwnerIds("staff_1")
                        .build());

        assertThat(reopened.status()).isEqualTo(DealStatus.OPEN);
        assertThat(reopened.stageId()).contains("dstg_347b3057d5df338e");
        assertThat(reopened.ownerIds()).containsExactly("staff_1");
    }

    @Test
    void reopen_withoutAnything_keepsTheStage() {
        assertThat(deals.reopen(WON).stageId()).contains(FIRST);
    }

    @Test
    void move_whenUnverifiedIsAllowed_changesTheStage() {
        Deal moved = connect(Map.of("deals.allow-unverified", "true")).move(OPEN, StageRef.named("second"));

        assertThat(moved.stageId()).contains(SECOND);
        assertThat(deals.get(OPEN).stageId()).contains(SECOND);
    }

    private static LineItem one(LineItem item) {
        return LineItem.builder().from(item).quantity(BigDecimal.ONE).build();
    }

    private static Map<String, @Nullable Object> withNull(String key) {
        Map<String, @Nullable Object> map = new HashMap<>();
        map.put(key, null);
        return map;
    }
}
