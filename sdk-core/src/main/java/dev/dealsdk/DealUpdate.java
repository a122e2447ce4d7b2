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

    /** {@return the title to set; empty leaves it alone} */
    Optional<String> name();

    /** {@return the value to set; empty leaves it alone} */
    Optional<DealValue> value();

    /** {@return the parts of the contact to set; absent parts are left alone} */
    Optional<Contact> contact();

    /** {@return the parts of the company to set; absent parts are left alone} */
    Optional<Company> company();

    /** {@return all owners the deal shall have afterwards, by the vendor's ids; empty leaves them alone} */
    Optional<List<String>> ownerIds();

    /** {@return all line items the deal shall have afterwards; empty leaves them alone} */
    Optional<List<LineItem>> lineItems();

    /** {@return all tags the deal shall have afterwards; empty leaves them alone} */
    Optional<List<String>> tags();

    /**
     * {@return the custom fields to set, under the vendor's keys or the aliases of {@code deals.fields.NAME}; empty
     * sets none} JSON as in {@link Deal#customFields()}.
     */
    @AllowNulls
    Map<String, @Nullable Object> customFields();

    /** {@return the day of expected closing to set; empty leaves it alone} */
    Optional<LocalDate> expectedCloseOn();

    /** {@return the percentage to set, 0 to 100; empty leaves it alone} */
    Optional<BigDecimal> winProbability();

    /** {@return the free text to set; empty leaves it alone} */
    Optional<String> description();

    /**
     * {@return the fields that shall have no value afterwards, all of {@link Capabilities#clearableFields()}; empty
     * clears none}
     */
    Set<DealField> cleared();

    /**
     * {@return the vendor's own fields to set, under the vendor's names; empty sets none} JSON as in {@link
     * Deal#customFields()}; see {@link Capabilities#extras(Operation)} for the names.
     */
    @AllowNulls
    Map<String, @Nullable Object> extras();

    /** {@return a builder with nothing set; a field that is neither set nor cleared is left alone} */
    static Builder builder() {
        return new Builder();
    }

    /**
     * {@return this update with its JSON in the form in which it is read back} Called by {@link Builder#build()}.
     *
     * @throws IllegalArgumentException if a field is both set and cleared, or a value has no JSON form
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

        /**
         * Takes the value of a field away.
         *
         * @param field one of {@link Capabilities#clearableFields()}
         * @return this builder
         */
        public Builder clear(DealField field) {
            return addCleared(field);
        }
    }
}
