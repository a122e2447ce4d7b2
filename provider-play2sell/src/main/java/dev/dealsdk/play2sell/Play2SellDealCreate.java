package dev.dealsdk.play2sell;

import dev.dealsdk.spi.WireStyle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/deals} [docs: sales]. */
@Value.Immutable
@WireStyle
public interface Play2SellDealCreate {

    String name();

    BigDecimal value();

    /** A UUID; the first stage when left out. */
    Optional<String> stageId();

    Optional<String> contactName();

    Optional<String> contactEmail();

    Optional<String> company();

    /** A UUID. */
    Optional<String> ownerId();

    Optional<LocalDate> expectedCloseDate();

    /** {@code high}, {@code medium} (when left out) or {@code low}. */
    Optional<String> priority();

    /** A UUID. */
    Optional<String> leadId();

    @AllowNulls
    Map<String, @Nullable Object> customFields();

    List<String> tags();

    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Play2SellDealCreate}; not thread-safe. */
    final class Builder extends ImmutablePlay2SellDealCreate.Builder {
        Builder() {}
    }
}
