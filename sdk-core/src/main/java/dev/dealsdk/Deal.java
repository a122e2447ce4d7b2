package dev.dealsdk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sales opportunity in the terms all providers share.
 *
 * <p>An empty optional means that the vendor does not say; it never stands for zero or blank. What the vendor sent and
 * this type has no name for is in {@link #extras()}. Immutable.
 */
public interface Deal {

    /** {@return the id assigned by the vendor; opaque, unique within one account} */
    String id();

    /** {@return the id of the provider that read this deal, such as {@code play2sell}} */
    String provider();

    /**
     * {@return whether it is open, won or lost; {@link DealStatus#UNKNOWN} when the vendor does not say, or closes
     * deals by moving them and the configuration does not name the stages}
     */
    DealStatus status();

    /** {@return the title of the deal; empty when the vendor sends none} */
    Optional<String> name();

    /**
     * {@return the id of a {@link Stage}; empty when the vendor names no stage, or the stage has been deleted since}
     */
    Optional<String> stageId();

    /** {@return the name of that stage at the time of reading; empty where the vendor sends the id alone} */
    Optional<String> stageName();

    /**
     * {@return the program's own name of that stage, as {@code deals.stages.NAME} says; empty when it has none} It is
     * no part of what the vendor sent, but of how the deal was read: the same deal read under other aliases is not
     * equal. An alias of a stage's name is found where the vendor sends that name, or once the stages have been read,
     * which {@link DealsClient#connect(DealsConfig)} does.
     */
    Optional<String> stageAlias();

    /** {@return the vendor's id of the pipeline; empty at vendors with a single one} */
    Optional<String> pipelineId();

    /**
     * {@return what the deal is worth; empty when the vendor sends no amount, or only prose} Prose stays in the extras,
     * and no amount is guessed from it.
     */
    Optional<DealValue> value();

    /**
     * {@return the percentage, 0 to 100, of the deal itself or else of its stage; empty when the vendor sends neither}
     */
    Optional<BigDecimal> winProbability();

    /** {@return the person it is made with; empty when the vendor names none} */
    Optional<Contact> contact();

    /** {@return the organization it is made with; empty when the vendor names none} */
    Optional<Company> company();

    /** {@return the vendor's ids of the users who own it; at many vendors there is one at most} */
    List<String> ownerIds();

    /** {@return what is sold with it; empty at vendors without line items} */
    List<LineItem> lineItems();

    /** {@return its labels in the vendor's order; empty when there are none} */
    List<String> tags();

    /**
     * {@return the account's own fields under the vendor's keys, or under the aliases of {@code deals.fields.NAME};
     * empty when there are none} JSON as String, Boolean, {@link BigDecimal} (exact), List, Map and null.
     */
    Map<String, @Nullable Object> customFields();

    /** {@return the day on which it is expected to close, in the vendor's calendar; empty when none is set} */
    Optional<LocalDate> expectedCloseOn();

    /** {@return when it was won or lost; empty while it is open, and where the vendor does not say} */
    Optional<Instant> closedAt();

    /** {@return when it was created at the vendor; empty where the vendor does not say} */
    Optional<Instant> createdAt();

    /** {@return when it was last changed at the vendor; empty where the vendor does not say} */
    Optional<Instant> updatedAt();

    /** {@return free text about the deal; empty when there is none} */
    Optional<String> description();

    /** {@return why it was lost, in the vendor's words; empty for other deals, and where the vendor does not say} */
    Optional<String> lostReason();

    /** {@return why it was won, in the vendor's words; empty for other deals, and where the vendor does not say} */
    Optional<String> wonReason();

    /**
     * {@return what the vendor sent and this type has no name for, under the vendor's names; empty when there is
     * nothing} JSON as in {@link #customFields()}.
     */
    Map<String, @Nullable Object> extras();

    /** {@return a builder with nothing set; id, provider and status are mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link Deal}; not thread-safe. */
    final class Builder extends DealBuilder {
        Builder() {}

        @Override
        Builder self() {
            return this;
        }
    }
}
