package dev.dealsdk.backside;

import dev.dealsdk.spi.WireStyle;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A deal as Backside sends it [docs: move] [docs: get].
 *
 * <p>Backside requires id, name, pipeline, stage, tenant, metadata and both times of change; but for the id none is insisted
 * on here, so that one wrong field does not cost a deal. There is no status, owner or tag. Immutable.
 */
@Value.Immutable
@WireStyle
public interface BacksideDeal {

    /** {@return a UUID} */
    String id();

    /** {@return the title} */
    Optional<String> name();

    /** {@return a UUID} */
    Optional<String> pipelineId();

    /** {@return the name of the pipeline, which a get alone brings} */
    Optional<String> pipelineName();

    /** {@return a UUID} */
    Optional<String> stageId();

    /** {@return the name of the stage, which a get alone brings} */
    Optional<String> stageName();

    /** {@return a UUID: the account} */
    Optional<String> tenantId();

    /** {@return an exact amount, in major units (inferred)} */
    Optional<BigDecimal> amount();

    /** {@return an ISO 4217 code [docs: crm], or any other text} */
    Optional<String> currency();

    /** {@return {@code one_time}, {@code monthly}, {@code quarterly} or {@code annual} [docs: crm], or any other word} */
    Optional<String> valuePeriod();

    /** {@return how likely the deal is won; on which scale is not documented} */
    Optional<Integer> confidence();

    /** {@return a UUID: the main contact (inferred)} */
    Optional<String> contactId();

    /** {@return a UUID: the company (inferred)} */
    Optional<String> organizationId();

    /** {@return the day on which the deal is expected to close} */
    Optional<LocalDate> expectedCloseDate();

    /** {@return when the deal was closed (inferred); as won or as lost is not said} */
    Optional<Instant> closedAt();

    /** {@return why the deal was won} */
    Optional<String> wonReason();

    /** {@return why the deal was lost} */
    Optional<String> lostReason();

    /** {@return free text} */
    Optional<String> description();

    /** {@return free text} */
    Optional<String> nextStep();

    /** {@return free text} */
    Optional<String> source();

    /** {@return the account's own data, if it is an object; any other JSON is in {@link #rest()}} */
    @AllowNulls
    Map<String, @Nullable Object> metadata();

    /** {@return when the deal was created} */
    Optional<Instant> createdAt();

    /** {@return when the deal was last changed} */
    Optional<Instant> updatedAt();

    /** {@return when the deal was deleted (inferred); present marks a deal that is gone for the product} */
    Optional<Instant> deletedAt();

    /**
     * What Backside sent and no other accessor holds under Backside's names: what is not documented, or not of the documented
     * type, and {@code contacts} and {@code _temporal} just as they came.
     *
     * @return JSON as String, Boolean, BigDecimal, List, Map and null
     */
    @AllowNulls
    Map<String, @Nullable Object> rest();

    /** {@return the contacts linked to the deal, which a get alone brings; those without the required ids are left out} */
    default List<BacksideDealContact> contacts() {
        return BacksideReader.contactsIn(rest());
    }

    /** {@return of which moment the deal is, which a read as of a moment alone brings} */
    default Optional<BacksideTemporal> temporal() {
        return BacksideReader.temporalIn(rest());
    }

    /** {@return a new builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link BacksideDeal}; not thread-safe. */
    final class Builder extends ImmutableBacksideDeal.Builder {
        Builder() {}
    }
}
