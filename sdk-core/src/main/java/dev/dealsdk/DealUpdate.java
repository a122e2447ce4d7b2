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
 * A change of some fields of a deal: each is left alone, set, or cleared. Immutable.
 *
 * <pre>{@code
 * DealUpdate.builder().name("Tech Corp - renewal").clear(DealField.TAGS).build()
 * }</pre>
 *
 * <p>The stage and the status are not among them: they change by {@link DealsClient#move}, {@link DealsClient#win}, {@link
 * DealsClient#lose} and {@link DealsClient#reopen}.
 *
 * @param name the title to set; empty leaves it alone
 * @param value the value to set; empty leaves it alone
 * @param contact the parts of the contact to set; absent parts are left alone
 * @param company the parts of the company to set; absent parts are left alone
 * @param ownerIds all owners the deal shall have afterwards, by the vendor's ids; empty leaves them alone
 * @param lineItems all line items the deal shall have afterwards; empty leaves them alone
 * @param tags all tags the deal shall have afterwards; empty leaves them alone
 * @param customFields the custom fields to set, under the vendor's keys or the aliases of {@code deals.fields.NAME}; empty sets none.
 *     JSON as in {@link Deal#customFields()}
 * @param expectedCloseOn the day of expected closing to set; empty leaves it alone
 * @param winProbability the percentage to set, 0 to 100; empty leaves it alone
 * @param description the free text to set; empty leaves it alone
 * @param cleared the fields that shall have no value afterwards, all of {@link Capabilities#clearableFields()}; empty clears none
 * @param extras the vendor's own fields to set, under the vendor's names; empty sets none. JSON as in {@link
 *     Deal#customFields()}; see {@link Capabilities#extras(Operation)} for the names
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
     * Brings custom fields and extras into the form in which they are read back. {@link #builder()} is the way to make one.
     *
     * @throws IllegalArgumentException if a value has no JSON form; the message says where it is
     */
    public DealUpdate {
        ownerIds = ownerIds.map(List::copyOf);
        lineItems = lineItems.map(List::copyOf);
        tags = tags.map(List::copyOf);
        customFields = JsonMap.of("customFields", customFields);
        cleared = Frozen.enums(cleared);
        extras = JsonMap.of("extras", extras);
    }

    /** {@return a builder with nothing set; a field that is neither set nor cleared is left alone} */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link DealUpdate}; not thread-safe. */
    public static final class Builder extends DealUpdateBuilder {
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

        /**
         * {@return an update of what has been set and cleared}
         *
         * @throws IllegalArgumentException if a field is both set and cleared, or a value has no JSON form
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
