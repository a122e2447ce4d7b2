package dev.dealsdk.backside;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealField;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import dev.dealsdk.OperationCapability;
import dev.dealsdk.Support;
import java.util.Optional;

/** What Backside documents, what can be made of it, and what it does not document. */
final class BacksideCapabilities {
    private static final String NO_REASON =
            "Backside documents no call that writes a reason [docs: move]; leave it out, as in Loss.builder().build()";
    private static final String NO_VALUE =
            "Backside documents no call that writes a deal's value [docs: move]; leave it out";

    private BacksideCapabilities() {}

    static Capabilities under(DealsConfig config) {
        return Capabilities.builder()
                .provider(BacksideProvider.ID)
                .source("Backside docs, reference of the deal calls and the guide on temporal reads")
                .allowUnverified(config.allowUnverified())
                .putOperations(Operation.CREATE, undocumented("creates a deal", "create it in the product", "post"))
                .putOperations(Operation.GET, documented("GET /api/v1/deals/{id} [docs: get]"))
                .putOperations(Operation.UPDATE, undocumented("changes a deal", "change it in the product", "put"))
                .putOperations(Operation.DELETE, undocumented("deletes a deal", "delete it in the product", "delete"))
                .putOperations(Operation.MOVE, move())
                .putOperations(Operation.WIN, closing("wins", "deals.won-stage", config.wonStage()))
                .putOperations(Operation.LOSE, closing("loses", "deals.lost-stage", config.lostStage()))
                .putOperations(Operation.REOPEN, reopen(config.openStage()))
                .putOperations(Operation.LIST, list())
                .putOperations(Operation.LIST_STAGES, listStages())
                .addFilters(DealFilter.STAGE)
                .putFieldNotes(
                        DealField.NOTE, "a move at Backside takes a stage and nothing else [docs: move]; leave it out")
                .putFieldNotes(DealField.WON_REASON, NO_REASON.replace("Loss", "Win"))
                .putFieldNotes(DealField.LOST_REASON, NO_REASON)
                .putFieldNotes(DealField.FINAL_VALUE, NO_VALUE)
                .putFieldNotes(DealField.CURRENCY, NO_VALUE)
                .putFieldNotes(DealField.VALUE_PERIOD, NO_VALUE)
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

    private static OperationCapability undocumented(String does, String byHand, String method) {
        return none(does)
                .instead(byHand + ", or, when the vendor has told you the call, " + raw(method))
                .build();
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
