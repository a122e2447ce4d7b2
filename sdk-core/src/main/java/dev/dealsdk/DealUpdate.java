package dev.dealsdk;

import dev.dealsdk.internal.client.DealFields;
import dev.dealsdk.internal.json.JsonMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A change of some fields of a deal: each field is left unchanged, set or cleared. Immutable.
 *
 * <pre>{@code
 * DealUpdate.builder().name("Tech Corp - renewal").clear(DealField.TAGS).build()
 * }</pre>
 *
 * <p>An update cannot change the stage or the status. Use {@link DealsClient#move}, {@link DealsClient#win}, {@link
 * DealsClient#lose} and {@link DealsClient#reopen} for that.
 *
 * @param name the new title; empty leaves it unchanged
 * @param value the new value; empty leaves it unchanged
 * @param contact the parts of the contact to set; absent parts are left unchanged
 * @param company the parts of the company to set; absent parts are left unchanged
 * @param ownerIds the complete new list of owners, by the vendor's ids; empty leaves them unchanged
 * @param lineItems the complete new list of line items; empty leaves them unchanged
 * @param tags the complete new list of tags; empty leaves them unchanged
 * @param customFields the custom fields to set, under the vendor's keys or the aliases of {@code deals.fields.NAME};
 *     empty sets none. Values as in {@link Deal#customFields()}
 * @param expectedCloseOn the new day on which the deal is expected to close; empty leaves it unchanged
 * @param winProbability the new win probability in percent, 0 to 100; empty leaves it unchanged
 * @param description the new free-text description; empty leaves it unchanged
 * @param cleared the fields to clear, each one of {@link Capabilities#clearableFields()}; empty clears none
 * @param extras further fields to set that only this vendor has, under the vendor's names; empty sets none. Values as
 *     in {@link Deal#customFields()}; see {@link Capabilities#extras(Operation)} for the names
 */
@Value.Builder
@SdkStyle
public record DealUpdate(
        Optional<String> name,
        Optional<DealValue> value,
        Optional<Contact> contact,
        Optional<Company> company,
        Optional<List<String>> ownerIds,
        Optional<List<LineItem>> lineItems,
        Optional<List<String>> tags,
        @AllowNulls Map<String, @Nullable Object> customFields,
        Optional<LocalDate> expectedCloseOn,
        Optional<BigDecimal> winProbability,
        Optional<String> description,
        Set<DealField> cleared,
        @AllowNulls Map<String, @Nullable Object> extras)
        implements JsonByModule {

    /**
     * Normalizes custom fields and extras to the JDK types in which they are returned. Use {@link #builder()}.
     *
     * @throws IllegalArgumentException if a value cannot be represented as JSON; the message gives its path
     */
    public DealUpdate {
        ownerIds = ownerIds.map(List::copyOf);
        lineItems = lineItems.map(List::copyOf);
        tags = tags.map(List::copyOf);
        customFields = JsonMap.of("customFields", customFields);
        cleared = Frozen.enums(cleared);
        extras = JsonMap.of("extras", extras);
    }

    /** {@return a builder in which nothing is set; a field that is neither set nor cleared is left unchanged} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link DealUpdate}; not thread-safe. */
    public static final class Builder extends DealUpdateBuilder {
        Builder() {}

        /**
         * Clears the value of a field.
         *
         * @param field one of {@link Capabilities#clearableFields()}
         * @return this builder
         */
        public Builder clear(DealField field) {
            return addCleared(field);
        }

        /**
         * {@return an update with the fields that have been set and cleared}
         *
         * @throws IllegalArgumentException if a field is both set and cleared, or a value cannot be represented as JSON
         */
        @Override
        public DealUpdate build() {
            DealUpdate update = super.build();
            for (DealField field : DealFields.of(update)) {
                if (update.cleared().contains(field)) {
                    throw new IllegalArgumentException(field.key() + " is both set and cleared");
                }
            }
            return update;
        }
    }
}
