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
 * A sales opportunity, in terms that are common to all providers. Immutable.
 *
 * <p>An empty optional means that the vendor did not send the field; it never stands for zero or blank. {@link
 * #extras()} contains every field of the vendor that has no accessor here.
 */
public interface Deal {

    /** {@return the id that the vendor assigned; opaque and unique within one account} */
    String id();

    /** {@return the id of the provider that read this deal, such as {@code play2sell}} */
    String provider();

    /**
     * {@return the status of the deal; {@link DealStatus#UNKNOWN} if the vendor does not send it, or if the vendor
     * closes deals by moving them and the configuration does not name the won and lost stages}
     */
    DealStatus status();

    /** {@return the title of the deal; empty if the vendor sends none} */
    Optional<String> name();

    /**
     * {@return the id of the {@link Stage} of the deal; empty if the vendor sends no stage, or if the stage has since
     * been deleted}
     */
    Optional<String> stageId();

    /** {@return the name of the stage when the deal was read; empty if the vendor sends only the id} */
    Optional<String> stageName();

    /**
     * {@return the alias of the stage from {@code deals.stages.NAME}; empty if it has none} The alias depends on the
     * configuration and not on the vendor: the same deal read with other aliases is not equal to this one. An alias
     * that refers to a stage by name is resolved if the vendor sends stage names, or once the stages have been read, as
     * {@link DealsClient#connect(DealsConfig)} does.
     */
    Optional<String> stageAlias();

    /** {@return the vendor's id of the pipeline; empty for vendors with a single pipeline} */
    Optional<String> pipelineId();

    /**
     * {@return the value of the deal; empty if the vendor sends no amount or only prose} Prose is available in {@link
     * #extras()}; the SDK never derives an amount from it.
     */
    Optional<DealValue> value();

    /**
     * {@return the win probability in percent, 0 to 100, of the deal or otherwise of its stage; empty if the vendor
     * sends neither}
     */
    Optional<BigDecimal> winProbability();

    /** {@return the person at the customer; empty if the vendor sends none} */
    Optional<Contact> contact();

    /** {@return the organization of the customer; empty if the vendor sends none} */
    Optional<Company> company();

    /** {@return the vendor's ids of the users who own the deal; many vendors allow at most one} */
    List<String> ownerIds();

    /** {@return the items that the deal covers; empty for vendors without line items} */
    List<LineItem> lineItems();

    /** {@return the tags of the deal in the vendor's order; empty if there are none} */
    List<String> tags();

    /**
     * {@return the custom fields of the account, under the vendor's keys or the aliases of {@code deals.fields.NAME};
     * empty if there are none} Values are JSON as JDK types: String, Boolean, {@link BigDecimal} (exact), List, Map and
     * null.
     */
    Map<String, @Nullable Object> customFields();

    /** {@return the day on which the deal is expected to close, in the vendor's calendar; empty if none is set} */
    Optional<LocalDate> expectedCloseOn();

    /**
     * {@return the time at which the deal was won or lost; empty for an open deal, and if the vendor does not send it}
     */
    Optional<Instant> closedAt();

    /** {@return the time at which the deal was created at the vendor; empty if the vendor does not send it} */
    Optional<Instant> createdAt();

    /** {@return the time of the last change at the vendor; empty if the vendor does not send it} */
    Optional<Instant> updatedAt();

    /** {@return the free-text description of the deal; empty if there is none} */
    Optional<String> description();

    /**
     * {@return why the deal was lost, in the vendor's words; empty for other deals, and if the vendor does not send it}
     */
    Optional<String> lostReason();

    /**
     * {@return why the deal was won, in the vendor's words; empty for other deals, and if the vendor does not send it}
     */
    Optional<String> wonReason();

    /**
     * {@return the fields of the vendor that have no accessor in this type, under the vendor's names; empty if there
     * are none} Values are JSON as in {@link #customFields()}.
     */
    Map<String, @Nullable Object> extras();

    /** {@return a builder in which nothing is set; id, provider and status are mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /**
     * Builds a {@link Deal}; not thread-safe. Written by hand because a page holds up to a hundred deals: a generated
     * builder copies lists and maps, which doubles the memory that a page takes.
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
         * Adds all parts of a deal. Single values that are present in the deal replace those of this builder.
         *
         * @param deal the deal to copy from; it is not changed
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
         * Adds an entry to {@link Deal#customFields()}.
         *
         * @param name the vendor's key
         * @param value JSON as JDK types; copied
         * @return this builder
         * @throws IllegalArgumentException if a value cannot be represented as JSON; the message gives its path
         */
        public Builder putCustomFields(String name, @Nullable Object value) {
            return putAllCustomFields(Collections.singletonMap(name, value));
        }

        /**
         * Adds entries to {@link Deal#customFields()}.
         *
         * @param entries JSON as JDK types by name; copied
         * @return this builder
         * @throws IllegalArgumentException if a value cannot be represented as JSON; the message gives its path
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
         * @throws IllegalArgumentException if a value cannot be represented as JSON; the message gives its path
         */
        public Builder customFields(Map<String, ? extends @Nullable Object> entries) {
            customFields = JsonMap.of("customFields", entries);
            return this;
        }

        /**
         * Adds an entry to {@link Deal#extras()}.
         *
         * @param name the vendor's name of a field that has no neutral name
         * @param value JSON as JDK types; copied
         * @return this builder
         * @throws IllegalArgumentException if a value cannot be represented as JSON; the message gives its path
         */
        public Builder putExtras(String name, @Nullable Object value) {
            moreExtras().put("extras", name, value);
            return this;
        }

        /**
         * Adds entries to {@link Deal#extras()}.
         *
         * @param entries JSON as JDK types by name; copied
         * @return this builder
         * @throws IllegalArgumentException if a value cannot be represented as JSON; the message gives its path
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
         * @throws IllegalArgumentException if a value cannot be represented as JSON; the message gives its path
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
         * {@return a deal with the parts that have been set}
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
