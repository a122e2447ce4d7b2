package dev.dealsdk.stardex;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealField;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import dev.dealsdk.OperationCapability;
import dev.dealsdk.Support;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What Stardex documents, what the SDK derives from it, and what Stardex does not document. */
final class StardexCapabilities {
    /** Inferred from other searches [docs: search-lists, search-tasks]; the default of this one is documented. */
    static final int MAX_LIMIT = 100;

    private static final Set<DealField> FIELDS = EnumSet.of(
            DealField.NAME,
            DealField.VALUE,
            DealField.CURRENCY,
            DealField.COMPANY_ID,
            DealField.CUSTOM_FIELDS,
            DealField.EXPECTED_CLOSE_ON,
            DealField.WIN_PROBABILITY,
            DealField.DESCRIPTION);

    private static final String READ_BACK =
            "; the response contains no deal, so the SDK reads it back by a search, which may lag behind";

    private StardexCapabilities() {}

    static Capabilities under(DealsConfig config) {
        Capabilities.Builder capabilities = Capabilities.builder()
                .provider(StardexProvider.ID)
                .source("Stardex docs: the pages create-deal, update-deal, search-deals and introduction-v1")
                .allowUnverified(config.allowUnverified())
                .putOperations(Operation.CREATE, create())
                .putOperations(Operation.GET, get())
                .putOperations(Operation.UPDATE, update())
                .putOperations(Operation.DELETE, delete())
                .putOperations(Operation.MOVE, move())
                .putOperations(Operation.WIN, closing("wins", "won", "deals.won-stage", config.wonStage()))
                .putOperations(Operation.LOSE, closing("loses", "lost", "deals.lost-stage", config.lostStage()))
                .putOperations(Operation.REOPEN, reopen(config.openStage()))
                .putOperations(Operation.LIST, list())
                .putOperations(Operation.LIST_STAGES, listStages())
                .addFilters(
                        DealFilter.STATUS,
                        DealFilter.STAGE,
                        DealFilter.OWNER,
                        DealFilter.EXPECTED_CLOSE_AFTER,
                        DealFilter.EXPECTED_CLOSE_BEFORE,
                        DealFilter.TEXT)
                .maxPageSize(MAX_LIMIT);
        addNotes(capabilities);
        return capabilities.build();
    }

    private static void addNotes(Capabilities.Builder capabilities) {
        capabilities
                .putFieldNotes(
                        DealField.VALUE_PERIOD, "Stardex values have no period [docs: create-deal]; leave it out")
                .putFieldNotes(
                        DealField.CONTACT_ID,
                        "Stardex links deals to companies and jobs, not to contacts [docs: create-deal]; set the extra"
                                + " referred_by to the person who referred the deal")
                .putFieldNotes(
                        DealField.CONTACT_NAME, "Stardex deals have no contact [docs: create-deal]; leave it out")
                .putFieldNotes(
                        DealField.CONTACT_EMAIL, "Stardex deals have no contact [docs: create-deal]; leave it out")
                .putFieldNotes(
                        DealField.COMPANY_NAME,
                        "Stardex takes the client by its id [docs: create-deal]; set company.id, or, in a create, the extra"
                                + " client_linkedin_url, with which Stardex finds or creates the company")
                .putFieldNotes(
                        DealField.OWNERS,
                        "Stardex takes owners only in a create, so they cannot be changed through the API"
                                + " [docs: update-deal]; change them in the product")
                .putFieldNotes(DealField.LINE_ITEMS, "Stardex deals have no line items [docs: create-deal]")
                .putFieldNotes(
                        DealField.TAGS,
                        "Stardex deals have no tags of their own [docs: create-deal]; use a multi-select custom field")
                .putFieldNotes(
                        DealField.NOTE, "Stardex takes no note with a status change [docs: update-deal]; leave it out")
                .putFieldNotes(
                        DealField.LOST_REASON,
                        "Stardex has no loss reason [docs: update-deal]; leave it out, or write it to a custom field by an"
                                + " update")
                .putFieldNotes(
                        DealField.WON_REASON,
                        "Stardex has no win reason [docs: update-deal]; leave it out, or write it to a custom field by an"
                                + " update")
                .putFieldNotes(
                        DealField.FINAL_VALUE,
                        "Stardex has no value other than the amount [docs: update-deal]; change the amount by an update");
    }

    private static OperationCapability create() {
        return OperationCapability.builder()
                .support(Support.DOCUMENTED)
                .explanation(
                        "POST /v1/deals [docs: create-deal]; expectedCloseOn is sent as closed_date, the expected or"
                                + " actual closing date; the response contains only part of the deal")
                .writableFields(FIELDS)
                .addWritableFields(DealField.STAGE, DealField.OWNERS)
                .addRequiredFields(DealField.NAME)
                .addAllExtras(StardexRequests.UPDATE_EXTRAS)
                .addExtras("client_linkedin_url")
                .build();
    }

    private static OperationCapability get() {
        return OperationCapability.builder()
                .support(Support.DERIVED)
                .explanation(
                        "POST /v1/deals/search for the id [docs: search-deals], because no call reads a single deal;"
                                + " whether the search finds archived deals is not documented")
                .build();
    }

    private static OperationCapability update() {
        return OperationCapability.builder()
                .support(Support.DOCUMENTED)
                .explanation("PATCH /v1/deals/{id} [docs: update-deal]; only closed_date accepts null" + READ_BACK)
                .writableFields(FIELDS)
                .addClearableFields(DealField.EXPECTED_CLOSE_ON)
                .addAllExtras(StardexRequests.UPDATE_EXTRAS)
                .build();
    }

    private static OperationCapability delete() {
        return OperationCapability.builder()
                .support(Support.NONE)
                .explanation("Stardex documents no call that deletes or archives a deal [docs: update-deal]")
                .instead("archive it in the product")
                .build();
    }

    private static OperationCapability move() {
        return OperationCapability.builder()
                .support(Support.DERIVED)
                .explanation("PATCH /v1/deals/{id} with deal_status_id [docs: update-deal]" + READ_BACK)
                .addWritableFields(DealField.STAGE)
                .addRequiredFields(DealField.STAGE)
                .build();
    }

    private static OperationCapability closing(String verb, String status, String key, Optional<String> stage) {
        return stage.isEmpty()
                ? unconfigured(verb, status, key)
                : configured(key, stage.get()).build();
    }

    private static OperationCapability reopen(Optional<String> stage) {
        return stage.isEmpty()
                ? unconfigured("reopens", "open", "deals.open-stage")
                : configured("deals.open-stage", stage.get())
                        .addWritableFields(DealField.STAGE)
                        .build();
    }

    private static OperationCapability unconfigured(String verb, String status, String key) {
        return OperationCapability.builder()
                .support(Support.NONE)
                .explanation("Stardex documents no call that " + verb + " a deal, and does not mark the statuses of "
                        + status + " deals [docs: update-deal]")
                .instead("set " + key + " to a status of " + status + " deals, or move the deal to one")
                .build();
    }

    private static OperationCapability.Builder configured(String key, String stage) {
        return OperationCapability.builder()
                .support(Support.DERIVED)
                .explanation("PATCH /v1/deals/{id} with deal_status_id=" + stage + ", from " + key
                        + " [docs: update-deal]; whether Stardex also changes other fields is not documented"
                        + READ_BACK);
    }

    private static OperationCapability list() {
        return OperationCapability.builder()
                .support(Support.DOCUMENTED)
                .explanation(
                        "POST /v1/deals/search [docs: search-deals]; status OPEN is sent as show_open_deals_only, without"
                                + " the configured won and lost stages; WON and LOST need deals.won-stage and"
                                + " deals.lost-stage; the available sort orders are not documented")
                .addAllExtras(StardexQueries.EXTRAS)
                .build();
    }

    private static OperationCapability listStages() {
        return OperationCapability.builder()
                .support(Support.UNVERIFIED)
                .explanation(
                        "Stardex mentions a call \"List deal statuses\" [docs: create-deal], but its page was not found;"
                                + " GET /v1/deals/statuses is inferred from GET /v1/jobs/statuses [docs: update-job]")
                .build();
    }
}
