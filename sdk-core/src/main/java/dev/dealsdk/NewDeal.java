package dev.dealsdk;

import dev.dealsdk.internal.json.JsonMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A deal that is to be created. Immutable.
 *
 * <p>What is mandatory differs between vendors and is checked before anything is sent; see {@link
 * Capabilities#requiredFields(Operation)}. A field the vendor cannot take is refused, never dropped.
 *
 * @param name the title; mandatory at most vendors, and refused there when blank
 * @param value what the deal is worth; mandatory at some vendors
 * @param stage the first stage; empty leaves the choice to the vendor
 * @param contact the person it is made with; empty for none
 * @param company the organization it is made with; empty for none
 * @param ownerIds the vendor's ids of the users who shall own it; empty leaves that to the vendor
 * @param lineItems what is sold with it; empty for nothing
 * @param tags its labels; empty for none
 * @param customFields the account's own fields under the vendor's keys, or under the aliases of {@code deals.fields.NAME}; empty for
 *     none. JSON as in {@link Deal#customFields()}
 * @param expectedCloseOn the day on which it is expected to close; empty for none
 * @param winProbability the percentage, 0 to 100; empty leaves it to the vendor
 * @param description free text about the deal; empty for none
 * @param extras the vendor's own fields under the vendor's names, for what has no neutral name; empty when
 *     there are none. JSON as in {@link Deal#customFields()}. Refused before anything is sent when the vendor documents no
 *     such field; see {@link Capabilities#extras(Operation)}
 * @param reference the program's own word for this one deal, such as an order number: kept in the custom field of {@code
 *     deals.reference-field}, so that a deal whose creation is uncertain is looked up and returned instead of lost. A create
 *     with a reference at a vendor that cannot keep or list it is refused before anything is sent; see {@link
 *     Capabilities#takesReference()}. Whoever creates two deals with one reference gets either of them after a failure
 */
@Value.Builder
@SdkStyle
public record NewDeal(
        Optional<String> name,
        Optional<DealValue> value,
        Optional<StageRef> stage,
        Optional<Contact> contact,
        Optional<Company> company,
        List<String> ownerIds,
        List<LineItem> lineItems,
        List<String> tags,
        @AllowNulls Map<String, @Nullable Object> customFields,
        Optional<LocalDate> expectedCloseOn,
        Optional<BigDecimal> winProbability,
        Optional<String> description,
        @AllowNulls Map<String, @Nullable Object> extras,
        Optional<String> reference)
        implements JsonByModule {

    /**
     * Brings custom fields and extras into the form in which they are read back. {@link #builder()} is the way to make one.
     *
     * @throws IllegalArgumentException if a value has no JSON form, which the message names, or the reference is blank
     */
    public NewDeal {
        if (reference.isPresent() && reference.get().isBlank()) {
            throw new IllegalArgumentException("reference is blank");
        }
        ownerIds = List.copyOf(ownerIds);
        lineItems = List.copyOf(lineItems);
        tags = List.copyOf(tags);
        customFields = JsonMap.of("customFields", customFields);
        extras = JsonMap.of("extras", extras);
    }

    /** {@return a builder with nothing set; what is mandatory is up to the vendor} */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link NewDeal}; not thread-safe. */
    public static final class Builder extends NewDealBuilder {
        Builder() {}
    }
}
