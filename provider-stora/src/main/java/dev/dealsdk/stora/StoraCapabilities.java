package dev.dealsdk.stora;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealField;
import dev.dealsdk.Operation;
import dev.dealsdk.OperationCapability;
import dev.dealsdk.Support;
import java.util.List;
import java.util.Map;

/** What Stora documents, and what it does not. */
final class StoraCapabilities {
    static final int MAX_LIMIT = 100;

    private static final List<String> EXTRAS = List.of("note", "site", "starts_at");

    /** A string without a documented format or length [docs: update-a-deal], returned by every read [docs: show-a-deal]. */
    private static final String TEXT_EXTRA = "note";

    private static final String NO_AMOUNT = "Stora deals have no amount: value_estimate is free text that mirrors note"
            + " [docs: show-a-deal]; leave it out, or write the text to extras.note";

    private static final Map<DealField, String> FIELD_NOTES = Map.ofEntries(
            Map.entry(DealField.VALUE, NO_AMOUNT),
            Map.entry(DealField.CURRENCY, NO_AMOUNT),
            Map.entry(DealField.VALUE_PERIOD, NO_AMOUNT),
            Map.entry(DealField.FINAL_VALUE, "Stora's win call takes no body [docs: win-a-deal]; leave it out"),
            Map.entry(DealField.WON_REASON, "Stora's win call takes no body [docs: win-a-deal]; leave it out"),
            Map.entry(
                    DealField.NOTE,
                    "Stora's transitions take no note; extras.note in an update replaces the note of the deal itself"),
            Map.entry(
                    DealField.CONTACT_ID,
                    "Stora documents the contact only in the body of a create [docs: update-a-deal]; it cannot be changed later"),
            Map.entry(
                    DealField.CONTACT_NAME,
                    "Stora stores contacts as separate records [docs: show-a-contact]; set contact.id (con_...)"),
            Map.entry(
                    DealField.CONTACT_EMAIL,
                    "Stora stores contacts as separate records [docs: show-a-contact]; set contact.id (con_...)"),
            Map.entry(DealField.COMPANY_ID, "Stora deals have no company [docs: show-a-deal]; set contact.id"),
            Map.entry(DealField.COMPANY_NAME, "Stora deals have no company [docs: show-a-deal]; set contact.id"),
            Map.entry(DealField.TAGS, "Stora deals have no tags [docs: show-a-deal]; use customFields instead"),
            Map.entry(
                    DealField.EXPECTED_CLOSE_ON,
                    "Stora deals have no expected closing date [docs: show-a-deal]; extras.starts_at is the move-in date"),
            Map.entry(DealField.WIN_PROBABILITY, "Stora has no probabilities [docs: show-a-deal]; leave it out"),
            Map.entry(
                    DealField.DESCRIPTION,
                    "Stora deals have no description [docs: show-a-deal]; use extras.note instead"));

    private StoraCapabilities() {}

    static Capabilities under(boolean allowUnverified) {
        return Capabilities.builder()
                .provider(StoraProvider.ID)
                .source("Stora docs, Public API 2025-09: the reference pages of deals and deal stages, and the guides")
                .allowUnverified(allowUnverified)
                .putOperations(Operation.CREATE, create())
                .putOperations(
                        Operation.GET,
                        documented("GET /2025-09/deals/{deal_id}", "show-a-deal")
                                .build())
                .putOperations(Operation.UPDATE, update())
                .putOperations(Operation.DELETE, delete())
                .putOperations(Operation.MOVE, move())
                .putOperations(Operation.WIN, win())
                .putOperations(Operation.LOSE, lose())
                .putOperations(Operation.REOPEN, reopen())
                .putOperations(
                        Operation.LIST,
                        documented("GET /2025-09/deals", "list-all-deals").build())
                .putOperations(
                        Operation.LIST_STAGES,
                        documented("GET /2025-09/deals/stages", "list-all-stages")
                                .build())
                .maxPageSize(MAX_LIMIT)
                .putAllFieldNotes(FIELD_NOTES)
                .putValueNotes(
                        DealField.LOST_REASON,
                        "one of a closed list; known values are accessibility_concern, better_deal_elsewhere,"
                                + " chose_competitor and price_concerns [docs: lose-a-deal]")
                .putValueNotes(
                        DealField.CUSTOM_FIELDS,
                        "at most 20 texts of up to 500 characters, with keys of up to 40 [guide: metadata]")
                .build();
    }

    private static OperationCapability create() {
        return OperationCapability.builder()
                .support(Support.DOCUMENTED)
                .explanation(
                        "POST /2025-09/deals [docs: create-a-deal]; Stora does not document which fields it requires; its"
                                + " example sends name, contact.id, stage and line items")
                .addWritableFields(
                        DealField.NAME,
                        DealField.STAGE,
                        DealField.CONTACT_ID,
                        DealField.OWNERS,
                        DealField.LINE_ITEMS,
                        DealField.CUSTOM_FIELDS)
                .addAllExtras(EXTRAS)
                .addTextExtras(TEXT_EXTRA)
                .idempotencyKey(true)
                .build();
    }

    private static OperationCapability update() {
        return documented("PATCH /2025-09/deals/{deal_id}", "update-a-deal")
                .addWritableFields(DealField.NAME, DealField.OWNERS, DealField.LINE_ITEMS, DealField.CUSTOM_FIELDS)
                .addClearableFields(DealField.OWNERS, DealField.LINE_ITEMS, DealField.CUSTOM_FIELDS)
                .addAllExtras(EXTRAS)
                .addTextExtras(TEXT_EXTRA)
                .build();
    }

    private static OperationCapability delete() {
        return OperationCapability.builder()
                .support(Support.NONE)
                .explanation("Stora documents no call that deletes or archives a deal")
                .instead("lose the deal with a reason")
                .build();
    }

    private static OperationCapability move() {
        return OperationCapability.builder()
                .support(Support.UNVERIFIED)
                .explanation("PATCH /2025-09/deals/{deal_id} with the stage, which its page does not list as a field"
                        + " [docs: update-a-deal]; Stora documents a change of stage only for closed deals, by reopen")
                .addWritableFields(DealField.STAGE)
                .addRequiredFields(DealField.STAGE)
                .build();
    }

    private static OperationCapability win() {
        return documented("POST /2025-09/deals/{deal_id}/win, without a body", "win-a-deal")
                .idempotencyKey(true)
                .build();
    }

    private static OperationCapability lose() {
        return documented("POST /2025-09/deals/{deal_id}/lose", "lose-a-deal")
                .addWritableFields(DealField.LOST_REASON)
                .addRequiredFields(DealField.LOST_REASON)
                .idempotencyKey(true)
                .build();
    }

    private static OperationCapability reopen() {
        return documented("POST /2025-09/deals/{deal_id}/reopen", "reopen-a-deal")
                .addWritableFields(DealField.STAGE, DealField.OWNERS)
                .idempotencyKey(true)
                .build();
    }

    private static OperationCapability.Builder documented(String endpoint, String page) {
        return OperationCapability.builder()
                .support(Support.DOCUMENTED)
                .explanation(endpoint + " [docs: " + page + "]");
    }
}
