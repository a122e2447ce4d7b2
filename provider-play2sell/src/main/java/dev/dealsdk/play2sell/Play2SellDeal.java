package dev.dealsdk.play2sell;

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
 * A deal as Play2Sell sends it. Only a sample documents it [docs: sales]: every field but the id may be missing or null
 * (inferred).
 */
@Value.Immutable
@WireStyle
public interface Play2SellDeal {

    /** A UUID. */
    String id();

    Optional<String> name();

    /** In major units (inferred); Play2Sell has no currency anywhere. */
    Optional<BigDecimal> value();

    Optional<Play2SellDealStage> stage();

    /** {@code open}, {@code won} or {@code lost}, from the filter of the list; any other word is passed on. */
    Optional<String> status();

    Optional<String> contactName();

    Optional<String> contactEmail();

    Optional<String> company();

    /** A UUID: the assigned sales representative. */
    Optional<String> ownerId();

    Optional<LocalDate> expectedCloseDate();

    /** {@code high}, {@code medium} or {@code low}; any other word is passed on. */
    Optional<String> priority();

    /** A UUID: the lead the deal came from. */
    Optional<String> leadId();

    @AllowNulls
    Map<String, @Nullable Object> customFields();

    List<String> tags();

    Optional<Instant> createdAt();

    Optional<Instant> updatedAt();

    /** What Play2Sell sent that is not documented, or not of the documented type, under its names. */
    @AllowNulls
    Map<String, @Nullable Object> rest();

    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Play2SellDeal}; not thread-safe. */
    final class Builder extends ImmutablePlay2SellDeal.Builder {
        Builder() {}
    }
}
