package dev.dealsdk;

import dev.dealsdk.internal.DealFields;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A change of some fields of a deal: each is left alone, set, or cleared.
 *
 * <pre>{@code
 * DealUpdate.builder().name("Tech Corp - renewal").clear(DealField.TAGS).build()
 * }</pre>
 *
 * <p>The stage and the status are not among them: they change by {@link DealsClient#move}, {@link DealsClient#win},
 * {@link DealsClient#lose} and {@link DealsClient#reopen}.
 */
@Value.Immutable
@SdkStyle
public interface DealUpdate {

    Optional<String> name();

    Optional<DealValue> value();

    /** The parts of the contact to set; its absent parts are left alone. */
    Optional<Contact> contact();

    /** The parts of the company to set; its absent parts are left alone. */
    Optional<Company> company();

    /** All owners the deal shall have afterwards. */
    Optional<List<String>> ownerIds();

    /** All line items the deal shall have afterwards. */
    Optional<List<LineItem>> lineItems();

    /** All tags the deal shall have afterwards. */
    Optional<List<String>> tags();

    /** The custom fields to set, under the vendor's keys or the aliases of {@code deals.fields.NAME}. */
    @AllowNulls
    Map<String, @Nullable Object> customFields();

    Optional<LocalDate> expectedCloseOn();

    /** Percent, 0 to 100. */
    Optional<BigDecimal> winProbability();

    Optional<String> description();

    /** The fields that shall have no value afterwards; see {@link Capabilities#clearableFields()}. */
    Set<DealField> cleared();

    /** The vendor's own fields under the vendor's names; see {@link Capabilities#extras(Operation)}. */
    @AllowNulls
    Map<String, @Nullable Object> extras();

    static Builder builder() {
        return new Builder();
    }

    /**
     * Refuses a field that is both set and cleared, and copies the JSON values into the form in which they are read back.
     */
    @Value.Check
    default DealUpdate normalized() {
        for (DealField field : DealFields.of(this)) {
            if (cleared().contains(field)) {
                throw new IllegalArgumentException(field.key() + " is both set and cleared");
            }
        }
        if (JsonValues.areCanonical(customFields()) && JsonValues.areCanonical(extras())) {
            return this;
        }
        return builder()
                .from(this)
                .customFields(JsonValues.canonical("customFields", customFields()))
                .extras(JsonValues.canonical("extras", extras()))
                .build();
    }

    /** Collects the parts of a {@link DealUpdate}; not thread-safe. */
    final class Builder extends ImmutableDealUpdate.Builder {
        Builder() {}

        /** Takes the value of a field away. */
        public Builder clear(DealField field) {
            return addCleared(field);
        }
    }
}
