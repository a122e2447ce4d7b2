package dev.dealsdk;

import static java.util.Objects.requireNonNull;

import dev.dealsdk.internal.json.JsonMap;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
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

    /**
     * Collects the parts of a {@link Deal}; not thread-safe. Written by hand, since there are a hundred deals on every page: a
     * generated one copies lists and maps, and with them half of what a page takes.
     */
    final class Builder {
        private @Nullable String id;
        private @Nullable String provider;
        private @Nullable DealStatus status;
        private Optional<String> name = Optional.empty();
        private Optional<String> stageId = Optional.empty();
        private Optional<String> stageName = Optional.empty();
        private Optional<String> stageAlias = Optional.empty();
        private Optional<String> pipelineId = Optional.empty();
        private Optional<DealValue> value = Optional.empty();
        private Optional<BigDecimal> winProbability = Optional.empty();
        private Optional<Contact> contact = Optional.empty();
        private Optional<Company> company = Optional.empty();
        private Optional<LocalDate> expectedCloseOn = Optional.empty();
        private Optional<Instant> closedAt = Optional.empty();
        private Optional<Instant> createdAt = Optional.empty();
        private Optional<Instant> updatedAt = Optional.empty();
        private Optional<String> description = Optional.empty();
        private Optional<String> lostReason = Optional.empty();
        private Optional<String> wonReason = Optional.empty();
        private List<String> ownerIds = List.of();
        private List<LineItem> lineItems = List.of();
        private List<String> tags = List.of();
        private JsonMap customFields = JsonMap.empty();
        private JsonMap.@Nullable Builder extras;

        Builder() {}

        /**
         * Adds all parts of a deal, replacing what is single and present.
         *
         * @param deal is left as it is
         * @return this builder
         */
        public Builder from(Deal deal) {
            id = deal.id();
            provider = deal.provider();
            status = deal.status();
            name = present(deal.name(), name);
            stageId = present(deal.stageId(), stageId);
            stageName = present(deal.stageName(), stageName);
            stageAlias = present(deal.stageAlias(), stageAlias);
            pipelineId = present(deal.pipelineId(), pipelineId);
            value = present(deal.value(), value);
            winProbability = present(deal.winProbability(), winProbability);
            contact = present(deal.contact(), contact);
            company = present(deal.company(), company);
            expectedCloseOn = present(deal.expectedCloseOn(), expectedCloseOn);
            closedAt = present(deal.closedAt(), closedAt);
            createdAt = present(deal.createdAt(), createdAt);
            updatedAt = present(deal.updatedAt(), updatedAt);
            description = present(deal.description(), description);
            lostReason = present(deal.lostReason(), lostReason);
            wonReason = present(deal.wonReason(), wonReason);
            addAllOwnerIds(deal.ownerIds());
            addAllLineItems(deal.lineItems());
            addAllTags(deal.tags());
            putAllCustomFields(deal.customFields());
            return putAllExtras(deal.extras());
        }

        public Builder id(String value) {
            id = requireNonNull(value, "id");
            return this;
        }

        public Builder provider(String value) {
            provider = requireNonNull(value, "provider");
            return this;
        }

        public Builder status(DealStatus value) {
            status = requireNonNull(value, "status");
            return this;
        }

        public Builder name(String value) {
            return name(Optional.of(requireNonNull(value, "name")));
        }

        public Builder name(Optional<String> value) {
            name = requireNonNull(value, "name");
            return this;
        }

        public Builder stageId(String value) {
            return stageId(Optional.of(requireNonNull(value, "stageId")));
        }

        public Builder stageId(Optional<String> value) {
            stageId = requireNonNull(value, "stageId");
            return this;
        }

        public Builder stageName(String value) {
            return stageName(Optional.of(requireNonNull(value, "stageName")));
        }

        public Builder stageName(Optional<String> value) {
            stageName = requireNonNull(value, "stageName");
            return this;
        }

        public Builder stageAlias(String value) {
            return stageAlias(Optional.of(requireNonNull(value, "stageAlias")));
        }

        public Builder stageAlias(Optional<String> value) {
            stageAlias = requireNonNull(value, "stageAlias");
            return this;
        }

        public Builder pipelineId(String value) {
            return pipelineId(Optional.of(requireNonNull(value, "pipelineId")));
        }

        public Builder pipelineId(Optional<String> value) {
            pipelineId = requireNonNull(value, "pipelineId");
            return this;
        }

        public Builder value(DealValue value) {
            return value(Optional.of(requireNonNull(value, "value")));
        }

        public Builder value(Optional<DealValue> value) {
            this.value = requireNonNull(value, "value");
            return this;
        }

        public Builder winProbability(BigDecimal value) {
            return winProbability(Optional.of(requireNonNull(value, "winProbability")));
        }

        public Builder winProbability(Optional<BigDecimal> value) {
            winProbability = requireNonNull(value, "winProbability");
            return this;
        }

        public Builder contact(Contact value) {
            return contact(Optional.of(requireNonNull(value, "contact")));
        }

        public Builder contact(Optional<Contact> value) {
            contact = requireNonNull(value, "contact");
            return this;
        }

        public Builder company(Company value) {
            return company(Optional.of(requireNonNull(value, "company")));
        }

        public Builder company(Optional<Company> value) {
            company = requireNonNull(value, "company");
            return this;
        }

        public Builder expectedCloseOn(LocalDate value) {
            return expectedCloseOn(Optional.of(requireNonNull(value, "expectedCloseOn")));
        }

        public Builder expectedCloseOn(Optional<LocalDate> value) {
            expectedCloseOn = requireNonNull(value, "expectedCloseOn");
            return this;
        }

        public Builder closedAt(Instant value) {
            return closedAt(Optional.of(requireNonNull(value, "closedAt")));
        }

        public Builder closedAt(Optional<Instant> value) {
            closedAt = requireNonNull(value, "closedAt");
            return this;
        }

        public Builder createdAt(Instant value) {
            return createdAt(Optional.of(requireNonNull(value, "createdAt")));
        }

        public Builder createdAt(Optional<Instant> value) {
            createdAt = requireNonNull(value, "createdAt");
            return this;
        }

        public Builder updatedAt(Instant value) {
            return updatedAt(Optional.of(requireNonNull(value, "updatedAt")));
        }

        public Builder updatedAt(Optional<Instant> value) {
            updatedAt = requireNonNull(value, "updatedAt");
            return this;
        }

        public Builder description(String value) {
            return description(Optional.of(requireNonNull(value, "description")));
        }

        public Builder description(Optional<String> value) {
            description = requireNonNull(value, "description");
            return this;
        }

        public Builder lostReason(String value) {
            return lostReason(Optional.of(requireNonNull(value, "lostReason")));
        }

        public Builder lostReason(Optional<String> value) {
            lostReason = requireNonNull(value, "lostReason");
            return this;
        }

        public Builder wonReason(String value) {
            return wonReason(Optional.of(requireNonNull(value, "wonReason")));
        }

        public Builder wonReason(Optional<String> value) {
            wonReason = requireNonNull(value, "wonReason");
            return this;
        }

        public Builder addOwnerIds(String... elements) {
            return addAllOwnerIds(List.of(elements));
        }

        public Builder addAllOwnerIds(Iterable<? extends String> elements) {
            ownerIds = Lists.joined(ownerIds, elements);
            return this;
        }

        public Builder ownerIds(Iterable<? extends String> elements) {
            ownerIds = Lists.joined(List.of(), elements);
            return this;
        }

        public Builder addLineItems(LineItem... elements) {
            return addAllLineItems(List.of(elements));
        }

        public Builder addAllLineItems(Iterable<? extends LineItem> elements) {
            lineItems = Lists.joined(lineItems, elements);
            return this;
        }

        public Builder lineItems(Iterable<? extends LineItem> elements) {
            lineItems = Lists.joined(List.of(), elements);
            return this;
        }

        public Builder addTags(String... elements) {
            return addAllTags(List.of(elements));
        }

        public Builder addAllTags(Iterable<? extends String> elements) {
            tags = Lists.joined(tags, elements);
            return this;
        }

        public Builder tags(Iterable<? extends String> elements) {
            tags = Lists.joined(List.of(), elements);
            return this;
        }

        /**
         * Adds one of {@link Deal#customFields()}.
         *
         * @param name the vendor's key
         * @param value JSON as JDK types; copied
         * @return this builder
         * @throws IllegalArgumentException if a value has no JSON form; the message says where it is
         */
        public Builder putCustomFields(String name, @Nullable Object value) {
            return putAllCustomFields(Collections.singletonMap(name, value));
        }

        /**
         * Adds to {@link Deal#customFields()}.
         *
         * @param entries JSON as JDK types by name; copied
         * @return this builder
         * @throws IllegalArgumentException if a value has no JSON form; the message says where it is
         */
        public Builder putAllCustomFields(Map<String, ? extends @Nullable Object> entries) {
            if (customFields.isEmpty()) {
                return customFields(entries);
            }
            JsonMap.Builder more = JsonMap.builder();
            more.putAll("customFields", customFields);
            more.putAll("customFields", entries);
            customFields = more.build();
            return this;
        }

        /**
         * Sets {@link Deal#customFields()}.
         *
         * @param entries JSON as JDK types by name; copied
         * @return this builder
         * @throws IllegalArgumentException if a value has no JSON form; the message says where it is
         */
        public Builder customFields(Map<String, ? extends @Nullable Object> entries) {
            customFields = JsonMap.of("customFields", entries);
            return this;
        }

        /**
         * Adds one of {@link Deal#extras()}.
         *
         * @param name of a field without a neutral name
         * @param value JSON as JDK types; copied
         * @return this builder
         * @throws IllegalArgumentException if a value has no JSON form; the message says where it is
         */
        public Builder putExtras(String name, @Nullable Object value) {
            moreExtras().put("extras", name, value);
            return this;
        }

        /**
         * Adds to {@link Deal#extras()}.
         *
         * @param entries JSON as JDK types by name; copied
         * @return this builder
         * @throws IllegalArgumentException if a value has no JSON form; the message says where it is
         */
        public Builder putAllExtras(Map<String, ? extends @Nullable Object> entries) {
            if (!entries.isEmpty()) {
                moreExtras().putAll("extras", entries);
            }
            return this;
        }

        /**
         * Sets {@link Deal#extras()}.
         *
         * @param entries JSON as JDK types by name; copied
         * @return this builder
         * @throws IllegalArgumentException if a value has no JSON form; the message says where it is
         */
        public Builder extras(Map<String, ? extends @Nullable Object> entries) {
            extras = null;
            return putAllExtras(entries);
        }

        private JsonMap.Builder moreExtras() {
            if (extras == null) {
                extras = JsonMap.builder();
            }
            return extras;
        }

        /**
         * {@return a deal of what has been set}
         *
         * @throws IllegalStateException if id, provider or status is missing
         */
        public Deal build() {
            return new DealRecord(
                    mandatory("id", id),
                    mandatory("provider", provider),
                    mandatory("status", status),
                    name,
                    stageId,
                    stageName,
                    stageAlias,
                    pipelineId,
                    value,
                    winProbability,
                    contact,
                    company,
                    List.copyOf(ownerIds),
                    List.copyOf(lineItems),
                    List.copyOf(tags),
                    customFields,
                    expectedCloseOn,
                    closedAt,
                    createdAt,
                    updatedAt,
                    description,
                    lostReason,
                    wonReason,
                    extras == null ? JsonMap.empty() : extras.build());
        }

        private static <T> Optional<T> present(Optional<T> one, Optional<T> other) {
            return one.isPresent() ? one : other;
        }

        private static <T> T mandatory(String name, @Nullable T value) {
            if (value == null) {
                throw new IllegalStateException("Cannot build Deal, " + name + " is not set");
            }
            return value;
        }
    }
}
