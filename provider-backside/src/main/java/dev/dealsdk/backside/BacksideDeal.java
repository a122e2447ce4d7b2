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
 * A deal as Backside sends it [docs: move] [docs: get]. Immutable.
 *
 * <p>Backside documents id, name, pipeline, stage, tenant, metadata and the times of creation and change as required.
 * The SDK requires only the id, so that one invalid field does not lose a deal. Deals have no status, owner or tags.
 *
 * @param id a UUID
 * @param name the title
 * @param pipelineId a UUID
 * @param pipelineName the name of the pipeline, which only a get returns
 * @param stageId a UUID
 * @param stageName the name of the stage, which only a get returns
 * @param tenantId a UUID: the account
 * @param amount an exact amount, in major units (inferred)
 * @param currency an ISO 4217 code [docs: crm], or any other text
 * @param valuePeriod {@code one_time}, {@code monthly}, {@code quarterly} or {@code annual} [docs: crm], or any other
 *     word
 * @param confidence how likely the deal is to be won; its scale is not documented
 * @param contactId a UUID: the main contact (inferred)
 * @param organizationId a UUID: the company (inferred)
 * @param expectedCloseDate the day on which the deal is expected to close
 * @param closedAt the time at which the deal was closed (inferred), which may be as won or as lost
 * @param wonReason why the deal was won
 * @param lostReason why the deal was lost
 * @param description free text
 * @param nextStep free text
 * @param source free text
 * @param metadata the account's own data, if it is an object; {@link #rest()} contains any other JSON
 * @param createdAt the time at which the deal was created
 * @param updatedAt the time of the last change
 * @param deletedAt the time at which the deal was deleted (inferred); if present, the product no longer shows the deal
 * @param rest fields without an accessor here, under Backside's names, as JSON of JDK types: fields that are not
 *     documented, or do not have the documented type, and the members "contacts" and "_temporal" as they were sent
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

    /**
     * {@return the contacts that are linked to the deal, which only a get returns; contacts without the required ids
     * are left out}
     */
    public List<BacksideDealContact> contacts() {
        return BacksideReader.contactsIn(rest());
    }

    /** {@return the version of the deal, which only a read as of a time returns} */
    public Optional<BacksideTemporal> temporal() {
        return BacksideReader.temporalIn(rest());
    }
}
