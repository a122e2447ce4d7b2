package dev.dealsdk.backside;

import dev.dealsdk.spi.VendorDeal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A deal as Backside sends it [docs: move] [docs: get].
 *
 * <p>Backside requires id, name, pipeline, stage, tenant, metadata and both times of change; but for the id none is insisted
 * on here, so that one wrong field does not cost a deal. There is no status, owner or tag. Immutable.
 *
 * @param id a UUID
 * @param name the title
 * @param pipelineId a UUID
 * @param pipelineName the name of the pipeline, which a get alone brings
 * @param stageId a UUID
 * @param stageName the name of the stage, which a get alone brings
 * @param tenantId a UUID: the account
 * @param amount an exact amount, in major units (inferred)
 * @param currency an ISO 4217 code [docs: crm], or any other text
 * @param valuePeriod {@code one_time}, {@code monthly}, {@code quarterly} or {@code annual} [docs: crm], or any other
 *     word
 * @param confidence how likely the deal is won; on which scale is not documented
 * @param contactId a UUID: the main contact (inferred)
 * @param organizationId a UUID: the company (inferred)
 * @param expectedCloseDate the day on which the deal is expected to close
 * @param closedAt when the deal was closed (inferred); as won or as lost is not said
 * @param wonReason why the deal was won
 * @param lostReason why the deal was lost
 * @param description free text
 * @param nextStep free text
 * @param source free text
 * @param metadata the account's own data, if it is an object; any other JSON is in {@link #rest()}
 * @param createdAt when the deal was created
 * @param updatedAt when the deal was last changed
 * @param deletedAt when the deal was deleted (inferred); present marks a deal that is gone for the product
 * @param rest what Backside sent and no other accessor holds, under Backside's names, as JSON of JDK types: what is not
 *     documented, or not of the documented type, and the members "contacts" and "_temporal" just as they came
 */
public record BacksideDeal(
        String id,
        Optional<String> name,
        Optional<String> pipelineId,
        Optional<String> pipelineName,
        Optional<String> stageId,
        Optional<String> stageName,
        Optional<String> tenantId,
        Optional<BigDecimal> amount,
        Optional<String> currency,
        Optional<String> valuePeriod,
        Optional<Integer> confidence,
        Optional<String> contactId,
        Optional<String> organizationId,
        Optional<LocalDate> expectedCloseDate,
        Optional<Instant> closedAt,
        Optional<String> wonReason,
        Optional<String> lostReason,
        Optional<String> description,
        Optional<String> nextStep,
        Optional<String> source,
        Map<String, @Nullable Object> metadata,
        Optional<Instant> createdAt,
        Optional<Instant> updatedAt,
        Optional<Instant> deletedAt,
        Map<String, @Nullable Object> rest)
        implements VendorDeal {
    @Override
    public Optional<String> dealId() {
        return Optional.of(id);
    }

    /** {@return the contacts linked to the deal, which a get alone brings; those without the required ids are left out} */
    public List<BacksideDealContact> contacts() {
        return BacksideReader.contactsIn(rest());
    }

    /** {@return of which moment the deal is, which a read as of a moment alone brings} */
    public Optional<BacksideTemporal> temporal() {
        return BacksideReader.temporalIn(rest());
    }
}
