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

    /** {@return the title; mandatory at most vendors, and refused there when blank} */
    Optional<String> name();

    /** {@return what the deal is worth; mandatory at some vendors} */
    Optional<DealValue> value();

    /** {@return the first stage; empty leaves the choice to the vendor} */
    Optional<StageRef> stage();

    /** {@return the person it is made with; empty for none} */
    Optional<Contact> contact();

    /** {@return the organization it is made with; empty for none} */
    Optional<Company> company();

    /** {@return the vendor's ids of the users who shall own it; empty leaves that to the vendor} */
    List<String> ownerIds();

    /** {@return what is sold with it; empty for nothing} */
    List<LineItem> lineItems();

    /** {@return its labels; empty for none} */
    List<String> tags();

    /**
     * {@return the account's own fields under the vendor's keys, or under the aliases of {@code deals.fields.NAME};
     * empty for none} JSON as in {@link Deal#customFields()}.
     */
    @AllowNulls
    Map<String, @Nullable Object> customFields();

    /** {@return the day on which it is expected to close; empty for none} */
    Optional<LocalDate> expectedCloseOn();

    /** {@return the percentage, 0 to 100; empty leaves it to the vendor} */
    Optional<BigDecimal> winProbability();

    /** {@return free text about the deal; empty for none} */
    Optional<String> description();

    /**
     * {@return the vendor's own fields under the vendor's names, for what has no neutral name; empty when there are
     * none} JSON as in {@link Deal#customFields()}. Refused before anything is sent when the vendor documents no such
     * field; see {@link Capabilities#extras(Operation)}.
     */
    @AllowNulls
    Map<String, @Nullable Object> extras();

    /**
     * {@return the program's own word for this one deal, such as an order number: kept in the custom field of {@code
     * deals.reference-field}, so that a deal whose creation is uncertain is looked up and returned instead of lost} A create
     * with a reference at a vendor that cannot keep or list it is refused before anything is sent; see {@link
     * Capabilities#takesReference()}. Whoever creates two deals with one reference gets either of them after a failure.
     */
    Optional<String> reference();

    /** {@return a builder with nothing set; what is mandatory is up to the vendor} */
    static Builder builder() {
        return new Builder();
    }

    /**
     * {@return this value with its JSON in the form in which it is read back} Called by {@link Builder#build()}.
     *
     * @throws IllegalArgumentException if a value has no JSON form, which the message names, or the reference is blank
     */
    @Value.Check
    default NewDeal normalized() {
        if (reference().filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("reference is blank");
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

    /** Collects the parts of a {@link NewDeal}; not thread-safe. */
    final class Builder extends ImmutableNewDeal.Builder {
        Builder() {}
    }
}
