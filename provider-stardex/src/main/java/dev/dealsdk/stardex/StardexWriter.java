package dev.dealsdk.stardex;

import dev.dealsdk.spi.JsonWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Writes Stardex's request bodies under Stardex's names [docs: create-deal, update-deal, search-deals]. */
final class StardexWriter {
    private StardexWriter() {}

    static void create(JsonWriter json, StardexDealCreate deal) {
        json.value("name", deal.name())
                .string("client_id", deal.clientId())
                .string("client_linkedin_url", deal.clientLinkedinUrl())
                .decimal("amount", deal.amount())
                .string("currency_code", deal.currencyCode())
                .decimal("compensation", deal.compensation())
                .string("compensation_currency_code", deal.compensationCurrencyCode())
                .decimal("pricing_rate", deal.pricingRate())
                .decimal("win_probability", deal.winProbability())
                .string("deal_status_id", deal.dealStatusId())
                .string("description", deal.description())
                .string("closed_date", deal.closedDate())
                .string("job_id", deal.jobId());
        deal.jobIds().ifPresent(ids -> json.value("job_ids", ids));
        json.string("referred_by", deal.referredBy());
        list(json, "owner_ids", deal.ownerIds());
        customFields(json, deal.customFields());
    }

    static void update(JsonWriter json, StardexDealUpdate update) {
        json.string("name", update.name())
                .string("client_id", update.clientId())
                .decimal("amount", update.amount())
                .string("currency_code", update.currencyCode())
                .decimal("compensation", update.compensation())
                .string("compensation_currency_code", update.compensationCurrencyCode())
                .decimal("pricing_rate", update.pricingRate())
                .decimal("win_probability", update.winProbability())
                .string("deal_status_id", update.dealStatusId())
                .string("description", update.description());
        if (update.clearsClosedDate()) {
            json.value("closed_date", null);
        } else {
            json.string("closed_date", update.closedDate());
        }
        json.string("job_id", update.jobId());
        update.jobIds().ifPresent(ids -> json.value("job_ids", ids));
        json.string("referred_by", update.referredBy());
        customFields(json, update.customFields());
    }

    static void search(JsonWriter json, StardexDealQuery query) {
        json.decimal("offset", query.offset().map(BigDecimal::valueOf))
                .decimal("limit", query.limit().map(BigDecimal::valueOf))
                .string("sort_by", query.sortBy())
                .string("sort_order", query.sortOrder());
        list(json, "keywords", query.keywords());
        list(json, "deal_ids", query.dealIds());
        json.string("list_id", query.listId());
        list(json, "deal_status_ids_included", query.dealStatusIdsIncluded());
        list(json, "deal_status_ids_excluded", query.dealStatusIdsExcluded());
        list(json, "owner_ids_included", query.ownerIdsIncluded());
        list(json, "owner_ids_excluded", query.ownerIdsExcluded());
        bool(json, "show_open_deals_only", query.showOpenDealsOnly());
        bool(json, "show_archived", query.showArchived());
        query.closedDateFilter().ifPresent(range -> json.object("closed_date_filter", out -> range(out, range)));
        query.openDateFilter().ifPresent(range -> json.object("open_date_filter", out -> range(out, range)));
        selectFilters(json, "select_attribute_filters", query.selectAttributeFilters());
        selectFilters(json, "team_member_attribute_filters", query.teamMemberAttributeFilters());
        if (!query.numericAttributeFilters().isEmpty()) {
            json.objects("numeric_attribute_filters", query.numericAttributeFilters(), StardexWriter::numericFilter);
        }
        if (!query.dateAttributeFilters().isEmpty()) {
            json.objects("date_attribute_filters", query.dateAttributeFilters(), (out, filter) -> {
                out.value("attribute_id", filter.attributeId());
                range(out, filter.range());
            });
        }
        list(json, "include", query.include());
    }

    private static void selectFilters(JsonWriter json, String name, List<StardexSelectFilter> filters) {
        if (!filters.isEmpty()) {
            json.objects(name, filters, (out, filter) -> {
                out.value("attribute_id", filter.attributeId());
                list(out, "values", filter.values());
                list(out, "excluded_values", filter.excludedValues());
                bool(out, "require_all", filter.requireAll());
                bool(out, "include_empty", filter.includeEmpty());
            });
        }
    }

    private static void numericFilter(JsonWriter json, StardexNumericFilter filter) {
        json.value("attribute_id", filter.attributeId())
                .decimal("min", filter.min())
                .decimal("max", filter.max());
        bool(json, "include_empty", filter.includeEmpty());
    }

    private static void range(JsonWriter json, StardexDateRange range) {
        json.string("start_date", range.startDate()).string("end_date", range.endDate());
        bool(json, "include_empty", range.includeEmpty());
    }

    private static void customFields(JsonWriter json, List<StardexCustomFieldWrite> writes) {
        if (!writes.isEmpty()) {
            json.objects("custom_fields", writes, (out, write) -> {
                out.value("attribute_id", write.attributeId()).string("value", write.value());
                list(out, "add_values", write.addValues());
                list(out, "remove_values", write.removeValues());
                list(out, "add_team_member_ids", write.addTeamMemberIds());
                list(out, "remove_team_member_ids", write.removeTeamMemberIds());
                bool(out, "clear_all", write.clearAll());
            });
        }
    }

    private static void list(JsonWriter json, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            json.value(name, texts);
        }
    }

    private static void bool(JsonWriter json, String name, Optional<Boolean> value) {
        value.ifPresent(present -> json.value(name, present));
    }
}
