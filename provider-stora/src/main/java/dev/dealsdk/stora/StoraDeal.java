package dev.dealsdk.stora;

import dev.dealsdk.spi.WireStyle;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A deal as Stora sends it [docs: show-a-deal]. Samples alone document it: every field but the id may be missing or
 * null (inferred).
 */
@Value.Immutable
@WireStyle
public interface StoraDeal {

    /** {@return {@code deal_...}} */
    String id();

    /** {@return its title} */
    Optional<String> name();

    /** {@return {@code open}, {@code won} or {@code lost} in the samples; any other word is passed on} */
    Optional<String> status();

    /** {@return the person it is made with: {@code con_...}} */
    Optional<StoraRef> contact();

    /** {@return the member of staff in charge: {@code staff_...}} */
    Optional<StoraRef> assignee();

    /**
     * {@return {@code staff_...}, {@code app_...} for an application, or {@code tok_...} for an access token
     * (inferred)}
     */
    Optional<StoraRef> creator();

    /** {@return where it is in the pipeline; won and lost deals stay in their stage} */
    Optional<StoraDealStage> stage();

    /** {@return the place it is about: {@code site_...}} */
    Optional<StoraRef> site();

    /** {@return what it is about, in Stora's order, which is not that of the request} */
    List<StoraLineItem> lineItems();

    /** {@return why it was lost, as a word of Stora's list} */
    Optional<String> lostReason();

    /**
     * {@return prose such as {@code £50 per month}; equal to the note wherever both are shown (inferred to mirror
     * it)}
     */
    Optional<String> valueEstimate();

    /** {@return prose, shown as the deal value estimate in Backoffice} */
    Optional<String> note();

    /** {@return the account's own fields: texts as documented [guide: metadata]; another value is passed on} */
    @AllowNulls
    Map<String, @Nullable Object> metadata();

    /** {@return the move-in date as sent: a date with a time by a sample of the webhooks, null in all others} */
    Optional<String> startsAt();

    /** {@return when it was created} */
    Optional<Instant> createdAt();

    /** {@return when it was last changed} */
    Optional<Instant> updatedAt();

    /** {@return what Stora sent that is not documented, or not of the documented type, under its names} */
    @AllowNulls
    Map<String, @Nullable Object> rest();

    /** {@return a builder with nothing set; id is mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link StoraDeal}; not thread-safe. */
    final class Builder extends ImmutableStoraDeal.Builder {
        Builder() {}
    }
}
