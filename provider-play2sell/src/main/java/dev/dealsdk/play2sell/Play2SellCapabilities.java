package dev.dealsdk.play2sell;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealField;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealSort;
import dev.dealsdk.Operation;
import dev.dealsdk.OperationCapability;
import dev.dealsdk.Support;
import java.util.EnumSet;
import java.util.Set;

/** What Play2Sell documents, and what it does not. */
final class Play2SellCapabilities {
    static final int MAX_PER_PAGE = 100;

    /** Those of a create and, by inference, of an update. */
    private static final Set<DealField> FIELDS = EnumSet.of(
            DealField.NAME,
            DealField.VALUE,
            DealField.CONTACT_NAME,
            DealField.CONTACT_EMAIL,
            DealField.COMPANY_NAME,
            DealField.OWNERS,
            DealField.TAGS,
            DealField.CUSTOM_FIELDS,
            DealField.EXPECTED_CLOSE_ON);

    /** What can be null in an answer (inferred), and might therefore be taken back by a null. */
    private static final Set<DealField> NULLABLE = EnumSet.of(
            DealField.CONTACT_NAME,
            DealField.CONTACT_EMAIL,
            DealField.COMPANY_NAME,
            DealField.OWNERS,
            DealField.EXPECTED_CLOSE_ON);

    private Play2SellCapabilities() {}

    static Capabilities under(boolean allowUnverified) {
        return Capabilities.builder()
                .provider(Play2SellProvider.ID)
                .source("Play2Sell docs, page api/endpoints/sales")
                .allowUnverified(allowUnverified)
                .putOperations(Operation.CREATE, create())
                .putOperations(Operation.GET, documented("GET /v1/deals/:id").build())
                .putOperations(Operation.UPDATE, update(allowUnverified))
                .putOperations(
                        Operation.DELETE, documented("DELETE /v1/deals/:id").build())
                .putOperations(Operation.MOVE, move())
                .putOperations(Operation.WIN, win())
                .putOperations(Operation.LOSE, lose())
                .putOperations(Operation.REOPEN, reopen())
                .putOperations(Operation.LIST, documented("GET /v1/deals").build())
                .putOperations(
                        Operation.LIST_STAGES, documented("GET /v1/stages").build())
                .addFilters(DealFilter.values())
                .addSorts(
                        DealSort.VALUE,
                        DealSort.VALUE_DESCENDING,
                        DealSort.CREATED_AT,
                        DealSort.CREATED_AT_DESCENDING,
                        DealSort.EXPECTED_CLOSE_ON,
                        DealSort.EXPECTED_CLOSE_ON_DESCENDING)
                .maxPageSize(MAX_PER_PAGE)
                .putFieldNotes(
                        DealField.CURRENCY,
                        "Play2Sell has no currency anywhere [docs: sales]; leave it out, amounts are in the account's own")
                .putFieldNotes(DealField.VALUE_PERIOD, "a value has no period at Play2Sell [docs: sales]; leave it out")
                .putFieldNotes(
                        DealField.CONTACT_ID,
                        "a contact is plain text at Play2Sell [docs: sales]; set its name and email instead")
                .putFieldNotes(
                        DealField.COMPANY_ID,
                        "a company is plain text at Play2Sell [docs: sales]; set its name instead")
                .putFieldNotes(
                        DealField.WIN_PROBABILITY,
                        "the probability belongs to the stage at Play2Sell [docs: sales]; move the deal instead")
                .putFieldNotes(
                        DealField.DESCRIPTION,
                        "Play2Sell deals have no description [docs: sales]; use customFields instead")
                .putFieldNotes(DealField.LINE_ITEMS, "Play2Sell deals have no line items [docs: sales]")
                .putFieldNotes(
                        DealField.WON_REASON, "Play2Sell takes no reason for a win [docs: sales]; use note instead")
                .build();
    }

    private static OperationCapability create() {
        return documented("POST /v1/deals")
                .writableFields(FIELDS)
                .addWritableFields(DealField.STAGE)
                .addRequiredFields(DealField.NAME, DealField.VALUE)
                .addExtras("lead_id", "priority")
                .build();
    }

    private static OperationCapability update(boolean allowUnverified) {
        OperationCapability.Builder update = OperationCapability.builder()
                .support(Support.DOCUMENTED)
                .explanation("PATCH /v1/deals/:id [docs: sales]; its fields are those of create, and only tags can be"
                        + " cleared, by an empty list (both inferred); deals.allow-unverified=true lets a null be sent"
                        + " for other fields, which is not documented")
                .writableFields(FIELDS)
                .addClearableFields(DealField.TAGS)
                .addExtras("lead_id", "priority");
        return (allowUnverified ? update.addAllClearableFields(NULLABLE) : update).build();
    }

    private static OperationCapability move() {
        return documented("POST /v1/deals/:id/move")
                .addWritableFields(DealField.STAGE, DealField.NOTE)
                .addRequiredFields(DealField.STAGE)
                .build();
    }

    private static OperationCapability win() {
        return documented("POST /v1/deals/:id/close with result won")
                .addWritableFields(DealField.FINAL_VALUE, DealField.NOTE)
                .build();
    }

    private static OperationCapability lose() {
        return documented("POST /v1/deals/:id/close with result lost")
                .addWritableFields(DealField.LOST_REASON, DealField.NOTE)
                .addRequiredFields(DealField.LOST_REASON)
                .build();
    }

    private static OperationCapability reopen() {
        return OperationCapability.builder()
                .support(Support.NONE)
                .explanation(
                        "Play2Sell documents no call for it; its product can reopen a deal by hand [docs: faq/sales]")
                .instead("reopen it in the product, or create a new deal")
                .build();
    }

    private static OperationCapability.Builder documented(String endpoint) {
        return OperationCapability.builder().support(Support.DOCUMENTED).explanation(endpoint + " [docs: sales]");
    }
}
