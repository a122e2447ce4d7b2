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

/** What Backside documents, what can be made of it, and what it does not document. */
final class BacksideCapabilities {
    /** What stands behind the calls of which no page was found. */
    private static final String INFERRED =
            "inferred from Backside's notes, contacts and events [docs: create-a-note] [docs: quickstart]"
                    + " [docs: update-an-event]; no page of Backside's reference was found for deals (November 2026)";

    /** Of a create and an update alike: what the deal object has and a neutral name is known for [docs: move]. */
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

    /** What can be null in the deal object [docs: move], so that a null may take it away (inferred). */
    private static final Set<DealField> NULLABLE = EnumSet.of(
            DealField.VALUE,
            DealField.CURRENCY,
            DealField.VALUE_PERIOD,
            DealField.CONTACT_ID,
            DealField.COMPANY_ID,
            DealField.EXPECTED_CLOSE_ON,
            DealField.DESCRIPTION);

    /** Strings of the deal object without a form or a length [docs: move], which are read under these names. */
    private static final List<String> TEXT_EXTRAS = List.of("next_step", "source");

    private static final String NO_REASON =
            "a move at Backside takes a stage and nothing else [docs: move]; leave it out,"
                    + " as in Loss.builder().build(), or, with deals.allow-unverified=true, update extras.lost_reason";

    private static final String NO_CONTACT =
            "a contact is a record of its own at Backside [docs: add-contact]; set contact.id";

    private BacksideCapabilities() {}

    static Capabilities under(DealsConfig config) {
        return Capabilities.builder()
                .provider(BacksideProvider.ID)
                .source("Backside docs, reference of the deal calls and the guide on temporal reads")
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
                .putFieldNotes(
                        DealField.NOTE, "a move at Backside takes a stage and nothing else [docs: move]; leave it out")
                .putFieldNotes(
                        DealField.WON_REASON, NO_REASON.replace("Loss", "Win").replace("lost_reason", "won_reason"))
                .putFieldNotes(DealField.LOST_REASON, NO_REASON)
                .putFieldNotes(
                        DealField.FINAL_VALUE,
                        "a move at Backside takes a stage and nothing else [docs: move]; leave it out, or, with"
                                + " deals.allow-unverified=true, update the value")
                .putFieldNotes(DealField.CONTACT_NAME, NO_CONTACT)
                .putFieldNotes(DealField.CONTACT_EMAIL, NO_CONTACT)
                .putFieldNotes(
                        DealField.COMPANY_NAME,
                        "a company is a record of its own at Backside (inferred); set company.id")
                .putFieldNotes(DealField.TAGS, "Backside deals have no tags [docs: move]; use customFields instead")
                .putFieldNotes(DealField.LINE_ITEMS, "Backside deals have no line items [docs: move]; leave them out")
                .putFieldNotes(
                        DealField.WIN_PROBABILITY,
                        "the scale of Backside's confidence is not documented [docs: move]; use extras.confidence")
                .putFieldNotes(DealField.OWNERS, "Backside deals have no owner [docs: move]; leave it out")
                .build();
    }

    /** How to reach an endpoint of which only the vendor can tell. */
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
        return inferred(
                        "PUT /api/v1/deals/{id} of everything that can be written, as it was just read, with the changes")
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
                        "GET /api/v1/deals is printed with stage_id and as_of [docs: temporal], but no page shows its"
                                + " answer, how deleted deals fare, or how to ask for a further page, which therefore is refused")
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
                .explanation("POST /api/v1/deals/{id}/move to the stage of " + key
                        + " [docs: move]; whether that sets the" + " time of closing is not documented");
    }

    private static OperationCapability.Builder without(String does, String key) {
        return none(does)
                .instead("set " + key
                        + " to the id of that stage, which makes it a move; or, when the vendor has told you"
                        + " a call, " + raw("post"));
    }

    private static OperationCapability listStages() {
        return none("lists stages")
                .instead(
                        "take their ids from the stage_id of deals that are in them, or, when the vendor has told you the"
                                + " call, " + raw("get"))
                .build();
    }

    private static OperationCapability.Builder none(String does) {
        return OperationCapability.builder()
                .support(Support.NONE)
                .explanation("no page of Backside's reference was found that " + does + " (November 2026)");
    }
}
