package dev.dealsdk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A deal that is to be created.
 *
 * <p>What is mandatory differs between vendors and is checked before anything is sent; see
 * {@link Capabilities#requiredFields(Operation)}. A field the vendor cannot take is refused, never dropped.
 */
@Value.Immutable
@SdkStyle
public interface NewDeal {

    Optional<String> name();

    Optional<DealValue> value();

    /** Empty leaves the choice of the first stage to the vendor. */
    Optional<StageRef> stage();

    Optional<Contact> contact();

    Optional<Company> company();

    List<String> ownerIds();

    List<LineItem> lineItems();

    List<String> tags();

    /** The account's own fields under the vendor's keys, or under the aliases of {@code deals.fields.NAME}. */
    @AllowNulls
    Map<String, @Nullable Object> customFields();

    Optional<LocalDate> expectedCloseOn();

    /** Percent, 0 to 100. */
    Optional<BigDecimal> winProbability();

    Optional<String> description();

    /**
     * The vendor's own fields under the vendor's names, for what has no neutral name. Refused before anything is sent when
     * the vendor documents no such field; see {@link Capabilities#extras(Operation)}.
     */
    @AllowNulls
    Map<String, @Nullable Object> extras();

    static Builder builder() {
        return new Builder();
    }

    /** Copies the JSON values into the form in which they are read back. */
    @Value.Check
    default NewDeal normalized() {
        if (JsonValues.areCanonical(customFields()) && JsonValues.areCanonical(extras())) {
            return this;
        }
        return builder()
                .from(this)
                .customFields(JsonValues.canonical("customFields", customFields()))
                .extras(JsonValues.canonical("extras", extras()))
                .build();
    }

    /** Collects the parts of a {@link NewDeal}; not thread-safe. */
    final class Builder extends ImmutableNewDeal.Builder {
        Builder() {}
    }
}
