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
 * A deal to create. Immutable.
 *
 * <p>The vendor determines which parts are mandatory. They are checked before anything is sent; see {@link
 * Capabilities#requiredFields(Operation)}. A field that the vendor does not accept is refused and never dropped
 * silently.
 *
 * @param name the title; mandatory for most vendors, which also reject a blank one
 * @param value the value of the deal; mandatory for some vendors
 * @param stage the initial stage; if empty, the vendor chooses it
 * @param contact the person at the customer; empty for none
 * @param company the organization of the customer; empty for none
 * @param ownerIds the vendor's ids of the users who will own the deal; if empty, the vendor chooses the owner
 * @param lineItems the items that the deal covers; empty for none
 * @param tags the tags of the deal; empty for none
 * @param customFields the custom fields of the account, under the vendor's keys or the aliases of {@code
 *     deals.fields.NAME}; empty for none. Values as in {@link Deal#customFields()}
 * @param expectedCloseOn the day on which the deal is expected to close; empty for none
 * @param winProbability the win probability in percent, 0 to 100; if empty, the vendor sets it
 * @param description the free-text description; empty for none
 * @param extras further fields that only this vendor has, under the vendor's names; empty for none. Values as in {@link
 *     Deal#customFields()}. A field that the vendor does not document is refused before anything is sent; see {@link
 *     Capabilities#extras(Operation)}
 * @param reference your own unique identifier of this deal, such as an order number. It is stored in the custom field
 *     that {@code deals.reference-field} names. If the outcome of the create is uncertain, the SDK looks the deal up by
 *     its reference and returns it. A create with a reference is refused before anything is sent if the vendor cannot
 *     store a reference or list deals; see {@link Capabilities#takesReference()}. If two deals share a reference, a
 *     create whose outcome was uncertain may return either of them
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
     * Normalizes custom fields and extras to the JDK types in which they are returned. Use {@link #builder()} to create
     * an instance.
     *
     * @throws IllegalArgumentException if a value cannot be represented as JSON, in which case the message gives its
     *     path, or if the reference is blank
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

    /** {@return a builder in which nothing is set; the vendor determines which parts are mandatory} */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link NewDeal}; not thread-safe. */
    public static final class Builder extends NewDealBuilder {
        Builder() {}
    }
}
