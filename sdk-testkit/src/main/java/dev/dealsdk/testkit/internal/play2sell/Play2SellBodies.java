package dev.dealsdk.testkit.internal.play2sell;

import dev.dealsdk.testkit.internal.simulator.FieldCheck;
import dev.dealsdk.testkit.internal.simulator.FieldType;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules for Play2Sell's request bodies: field, kind and presence as in the tables of the sales page.
 *
 * <p>Assumed, the page being silent: null is refused everywhere; names that no table lists are ignored; text may be
 * empty, numbers negative; {@code final_value} of a lost and {@code loss_reason} of a won deal are ignored.
 */
public final class Play2SellBodies {
    /** What create and update have in common; the create call alone takes a stage as well. */
    static final Set<String> DEAL_FIELDS = Set.of(
            "name",
            "value",
            "contact_name",
            "contact_email",
            "company",
            "owner_id",
            "expected_close_date",
            "priority",
            "lead_id",
            "custom_fields",
            "tags");

    private static final Set<String> PRIORITIES = Set.of("high", "medium", "low");
    private static final Set<String> RESULTS = Set.of("won", "lost");

    private Play2SellBodies() {}

    public static Map<String, String> checkCreate(Map<String, @Nullable Object> body) {
        return dealFields(new FieldCheck(body).require("name", "value").type(FieldType.UUID, "stage_id"))
                .problems();
    }

    /** Assumed: what the page does not show in this call, a change of stage or status, is refused. */
    public static Map<String, String> checkUpdate(Map<String, @Nullable Object> body) {
        return dealFields(new FieldCheck(body).refuse("cannot be changed by an update", "stage_id", "stage", "status"))
                .problems();
    }

    public static Map<String, String> checkMove(Map<String, @Nullable Object> body) {
        return new FieldCheck(body)
                .require("stage_id")
                .type(FieldType.UUID, "stage_id")
                .type(FieldType.TEXT, "note")
                .problems();
    }

    public static Map<String, String> checkClose(Map<String, @Nullable Object> body) {
        FieldCheck check = new FieldCheck(body)
                .require("result")
                .oneOf("result", RESULTS)
                .type(FieldType.NUMBER, "final_value")
                .type(FieldType.TEXT, "loss_reason", "note");
        return ("lost".equals(body.get("result")) ? check.require("loss_reason") : check).problems();
    }

    public static Map<String, String> checkTokenRequest(Map<String, @Nullable Object> body, String audience) {
        return new FieldCheck(body)
                .require("client_id", "client_secret", "audience", "grant_type")
                .type(FieldType.TEXT, "client_id", "client_secret")
                .oneOf("audience", Set.of(audience))
                .oneOf("grant_type", Set.of("client_credentials"))
                .problems();
    }

    private static FieldCheck dealFields(FieldCheck check) {
        return check.type(FieldType.TEXT, "name", "contact_name", "contact_email", "company")
                .type(FieldType.NUMBER, "value")
                .type(FieldType.UUID, "owner_id", "lead_id")
                .type(FieldType.DATE, "expected_close_date")
                .oneOf("priority", PRIORITIES)
                .type(FieldType.OBJECT, "custom_fields")
                .type(FieldType.TEXTS, "tags");
    }
}
