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

    /** The fields of create and, by inference, of update. */
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

    /** The fields that can be null in a response (inferred), so that a null may clear them. */
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
                .source("Play2Sell docs: the page api/endpoints/sales")
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
                        "Play2Sell has no currencies [docs: sales]; leave it out: amounts are in the account's currency")
                .putFieldNotes(DealField.VALUE_PERIOD, "Play2Sell values have no period [docs: sales]; leave it out")
                .putFieldNotes(
                        DealField.CONTACT_ID,
                        "Play2Sell stores a contact as plain text [docs: sales]; set its name and email instead")
                .putFieldNotes(
                        DealField.COMPANY_ID,
                        "Play2Sell stores a company as plain text [docs: sales]; set its name instead")
                .putFieldNotes(
                        DealField.WIN_PROBABILITY,
                        "Play2Sell assigns the probability to the stage [docs: sales]; move the deal instead")
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
                .explanation("PATCH /v1/deals/:id [docs: sales]; it takes the fields of create, and only tags can be"
                        + " cleared, with an empty list (both inferred); deals.allow-unverified=true also clears other"
                        + " fields with null, which is not documented")
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
                        "Play2Sell documents no call that reopens a deal; users can reopen one in the product [docs: faq/sales]")
                .instead("reopen it in the product, or create a new deal")
                .build();
    }

    private static OperationCapability.Builder documented(String endpoint) {
        return OperationCapability.builder().support(Support.DOCUMENTED).explanation(endpoint + " [docs: sales]");
    }
}
