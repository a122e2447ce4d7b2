package dev.dealsdk.backside;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealField;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import dev.dealsdk.OperationCapability;
import dev.dealsdk.Support;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Backside documents, what the SDK derives from it, and what Backside does not document. */
final class BacksideCapabilities {
    /** The source of the calls for which no page was found. */
    private static final String INFERRED =
            "inferred from Backside's notes, contacts and events [docs: create-a-note] [docs: quickstart]"
                    + " [docs: update-an-event]; no reference page for this call was found (November 2026)";

    /** The fields of create and of update: those of the deal object that have a neutral name [docs: move]. */
    private static final Set<DealField> FIELDS = EnumSet.of(
            DealField.NAME,
            DealField.VALUE,
            DealField.CURRENCY,
            DealField.VALUE_PERIOD,
            DealField.CONTACT_ID,
            DealField.COMPANY_ID,
            DealField.CUSTOM_FIELDS,
            DealField.EXPECTED_CLOSE_ON,
            DealField.DESCRIPTION);

    /** The fields that can be null in the deal object [docs: move], so that a null may clear them (inferred). */
    private static final Set<DealField> NULLABLE = EnumSet.of(
            DealField.VALUE,
            DealField.CURRENCY,
            DealField.VALUE_PERIOD,
            DealField.CONTACT_ID,
            DealField.COMPANY_ID,
            DealField.EXPECTED_CLOSE_ON,
            DealField.DESCRIPTION);

    /** Strings of the deal object without a documented format or length [docs: move], read under these names. */
    private static final List<String> TEXT_EXTRAS = List.of("next_step", "source");

    private static final String NO_REASON =
            "Backside's move call takes only a stage [docs: move]; leave it out, as in Loss.builder().build(), or"
                    + " update extras.lost_reason with deals.allow-unverified=true";

    private static final String NO_CONTACT =
            "Backside stores contacts as separate records [docs: add-contact]; set contact.id";

    private BacksideCapabilities() {}

    static Capabilities under(DealsConfig config) {
        return Capabilities.builder()
                .provider(BacksideProvider.ID)
                .source("Backside docs: the reference pages of the deal calls, and the guide on temporal reads")
                .allowUnverified(config.allowUnverified())
                .putOperations(Operation.CREATE, create())
                .putOperations(Operation.GET, documented("GET /api/v1/deals/{id} [docs: get]"))
                .putOperations(Operation.UPDATE, update())
                .putOperations(Operation.DELETE, delete())
                .putOperations(Operation.MOVE, move())
                .putOperations(Operation.WIN, closing("wins", "deals.won-stage", config.wonStage()))
                .putOperations(Operation.LOSE, closing("loses", "deals.lost-stage", config.lostStage()))
                .putOperations(Operation.REOPEN, reopen(config.openStage()))
                .putOperations(Operation.LIST, list())
                .putOperations(Operation.LIST_STAGES, listStages())
                .addFilters(DealFilter.STAGE)
                .putFieldNotes(DealField.NOTE, "Backside's move call takes only a stage [docs: move]; leave it out")
                .putFieldNotes(
                        DealField.WON_REASON, NO_REASON.replace("Loss", "Win").replace("lost_reason", "won_reason"))
                .putFieldNotes(DealField.LOST_REASON, NO_REASON)
                .putFieldNotes(
                        DealField.FINAL_VALUE,
                        "Backside's move call takes only a stage [docs: move]; leave it out, or update the value with"
                                + " deals.allow-unverified=true")
                .putFieldNotes(DealField.CONTACT_NAME, NO_CONTACT)
                .putFieldNotes(DealField.CONTACT_EMAIL, NO_CONTACT)
                .putFieldNotes(
                        DealField.COMPANY_NAME,
                        "Backside stores companies as separate records (inferred); set company.id")
                .putFieldNotes(DealField.TAGS, "Backside deals have no tags [docs: move]; use customFields instead")
                .putFieldNotes(DealField.LINE_ITEMS, "Backside deals have no line items [docs: move]; leave them out")
                .putFieldNotes(
                        DealField.WIN_PROBABILITY,
                        "Backside does not document the scale of its confidence field [docs: move]; use extras.confidence")
                .putFieldNotes(DealField.OWNERS, "Backside deals have no owner [docs: move]; leave it out")
                .build();
    }

    /** How to call an endpoint that only the vendor knows. */
    static String raw(String method) {
        return "unwrap(BacksideApi.class).send(VendorRequest." + method + "(\"api\", \"v1\", ...))";
    }

    private static OperationCapability documented(String endpoint) {
        return OperationCapability.builder()
                .support(Support.DOCUMENTED)
                .explanation(endpoint)
                .build();
    }

    private static OperationCapability create() {
        return inferred("POST /api/v1/deals")
                .writableFields(FIELDS)
                .addWritableFields(DealField.STAGE)
                .addRequiredFields(DealField.NAME)
                .addExtras("confidence", "lost_reason", "pipeline_id", "won_reason")
                .addAllExtras(TEXT_EXTRAS)
                .addAllTextExtras(TEXT_EXTRAS)
                .build();
    }

    private static OperationCapability update() {
        return inferred("PUT /api/v1/deals/{id} with all writable fields as just read, plus the changes")
                .writableFields(FIELDS)
                .clearableFields(NULLABLE)
                .addExtras("confidence", "lost_reason", "won_reason")
                .addAllExtras(TEXT_EXTRAS)
                .addAllTextExtras(TEXT_EXTRAS)
                .build();
    }

    private static OperationCapability delete() {
        return inferred("DELETE /api/v1/deals/{id}").build();
    }

    private static OperationCapability.Builder inferred(String endpoint) {
        return OperationCapability.builder().support(Support.UNVERIFIED).explanation(endpoint + ", " + INFERRED);
    }

    private static OperationCapability move() {
        return OperationCapability.builder()
                .support(Support.DOCUMENTED)
                .explanation("POST /api/v1/deals/{id}/move [docs: move]; every move writes an audit entry")
                .addWritableFields(DealField.STAGE)
                .addRequiredFields(DealField.STAGE)
                .build();
    }

    private static OperationCapability list() {
        return OperationCapability.builder()
                .support(Support.UNVERIFIED)
                .explanation(
                        "GET /api/v1/deals is shown with stage_id and as_of [docs: temporal], but no page documents its"
                                + " response, whether it contains deleted deals, or how to request the next page; the SDK"
                                + " refuses to request one")
                .build();
    }

    private static OperationCapability closing(String verb, String key, Optional<String> stage) {
        return stage.isPresent()
                ? asMove(key).build()
                : without(verb + " a deal", key).build();
    }

    private static OperationCapability reopen(Optional<String> stage) {
        String key = "deals.open-stage";
        return stage.isPresent()
                ? asMove(key).addWritableFields(DealField.STAGE).build()
                : without("reopens a deal", key).build();
    }

    private static OperationCapability.Builder asMove(String key) {
        return OperationCapability.builder()
                .support(Support.DERIVED)
                .explanation("POST /api/v1/deals/{id}/move to the stage in " + key
                        + " [docs: move]; whether this sets the closing time is not documented");
    }

    private static OperationCapability.Builder without(String does, String key) {
        return none(does)
                .instead("set " + key
                        + " to a stage id, so that the SDK moves the deal to that stage; or, if the vendor has"
                        + " given you a call for it, use " + raw("post"));
    }

    private static OperationCapability listStages() {
        return none("lists stages")
                .instead(
                        "take the ids from the stage_id of deals in those stages; or, if the vendor has given you a call for"
                                + " it, use " + raw("get"))
                .build();
    }

    private static OperationCapability.Builder none(String does) {
        return OperationCapability.builder()
                .support(Support.NONE)
                .explanation("no call that " + does + " was found in Backside's reference (November 2026)");
    }
}
