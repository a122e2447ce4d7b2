package dev.dealsdk;

import dev.dealsdk.internal.json.JsonMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lists and maps that {@link Deal.Builder} collects. What is immutable already is taken as it is, not copied. */
abstract class DealBuilder extends DealCourse {
    List<String> ownerIds = List.of();
    List<LineItem> lineItems = List.of();
    List<String> tags = List.of();
    JsonMap customFields = JsonMap.empty();
    private JsonMap.@Nullable Builder extras;

    DealBuilder() {}

    /**
     * Adds all parts of a deal, replacing what is single.
     *
     * @param deal is left as it is
     * @return this builder
     */
    public final Deal.Builder from(Deal deal) {
        copySingle(deal);
        addAllOwnerIds(deal.ownerIds());
        addAllLineItems(deal.lineItems());
        addAllTags(deal.tags());
        putAllCustomFields(deal.customFields());
        return putAllExtras(deal.extras());
    }

    /**
     * {@return a deal of what has been set}
     *
     * @throws IllegalStateException if id, provider or status is missing
     */
    public final Deal build() {
        return new DealData(this);
    }

    /**
     * Adds to {@link Deal#ownerIds()}.
     *
     * @param element the vendor's id of a user
     * @return this builder
     */
    public final Deal.Builder addOwnerIds(String element) {
        ownerIds = Lists.joined(ownerIds, List.of(element));
        return self();
    }

    /**
     * Adds to {@link Deal#ownerIds()}.
     *
     * @param elements each the vendor's id of a user
     * @return this builder
     */
    public final Deal.Builder addOwnerIds(String... elements) {
        return addAllOwnerIds(Arrays.asList(elements));
    }

    /**
     * Adds to {@link Deal#ownerIds()}.
     *
     * @param elements each the vendor's id of a user
     * @return this builder
     */
    public final Deal.Builder addAllOwnerIds(Iterable<? extends String> elements) {
        ownerIds = Lists.joined(ownerIds, elements);
        return self();
    }

    /**
     * Sets {@link Deal#ownerIds()}.
     *
     * @param elements each the vendor's id of a user
     * @return this builder
     */
    public final Deal.Builder ownerIds(Iterable<? extends String> elements) {
        ownerIds = Lists.joined(List.of(), elements);
        return self();
    }

    /**
     * Adds to {@link Deal#lineItems()}.
     *
     * @param element what is sold with it
     * @return this builder
     */
    public final Deal.Builder addLineItems(LineItem element) {
        lineItems = Lists.joined(lineItems, List.of(element));
        return self();
    }

    /**
     * Adds to {@link Deal#lineItems()}.
     *
     * @param elements each what is sold with it
     * @return this builder
     */
    public final Deal.Builder addLineItems(LineItem... elements) {
        return addAllLineItems(Arrays.asList(elements));
    }

    /**
     * Adds to {@link Deal#lineItems()}.
     *
     * @param elements each what is sold with it
     * @return this builder
     */
    public final Deal.Builder addAllLineItems(Iterable<? extends LineItem> elements) {
        lineItems = Lists.joined(lineItems, elements);
        return self();
    }

    /**
     * Sets {@link Deal#lineItems()}.
     *
     * @param elements each what is sold with it
     * @return this builder
     */
    public final Deal.Builder lineItems(Iterable<? extends LineItem> elements) {
        lineItems = Lists.joined(List.of(), elements);
        return self();
    }

    /**
     * Adds to {@link Deal#tags()}.
     *
     * @param element a label
     * @return this builder
     */
    public final Deal.Builder addTags(String element) {
        tags = Lists.joined(tags, List.of(element));
        return self();
    }

    /**
     * Adds to {@link Deal#tags()}.
     *
     * @param elements each a label
     * @return this builder
     */
    public final Deal.Builder addTags(String... elements) {
        return addAllTags(Arrays.asList(elements));
    }

    /**
     * Adds to {@link Deal#tags()}.
     *
     * @param elements each a label
     * @return this builder
     */
    public final Deal.Builder addAllTags(Iterable<? extends String> elements) {
        tags = Lists.joined(tags, elements);
        return self();
    }

    /**
     * Sets {@link Deal#tags()}.
     *
     * @param elements each a label
     * @return this builder
     */
    public final Deal.Builder tags(Iterable<? extends String> elements) {
        tags = Lists.joined(List.of(), elements);
        return self();
    }

    /**
     * Adds to {@link Deal#customFields()}.
     *
     * @param name of a custom field
     * @param value JSON as JDK types
     * @return this builder
     */
    public final Deal.Builder putCustomFields(String name, @Nullable Object value) {
        JsonMap.Builder more = JsonMap.builder();
        more.putAll(customFields);
        more.put(name, value);
        customFields = more.build();
        return self();
    }

    /**
     * Adds to {@link Deal#customFields()}.
     *
     * @param entries JSON as JDK types by name
     * @return this builder
     */
    public final Deal.Builder putAllCustomFields(Map<String, ? extends @Nullable Object> entries) {
        JsonMap.Builder more = JsonMap.builder();
        more.putAll(customFields);
        more.putAll(entries);
        customFields = more.build();
        return self();
    }

    /**
     * Sets {@link Deal#customFields()}.
     *
     * @param entries JSON as JDK types by name
     * @return this builder
     */
    public final Deal.Builder customFields(Map<String, ? extends @Nullable Object> entries) {
        customFields = JsonMap.of(entries);
        return self();
    }

    /**
     * Adds to {@link Deal#extras()}.
     *
     * @param name of a field without a neutral name
     * @param value JSON as JDK types
     * @return this builder
     */
    public final Deal.Builder putExtras(String name, @Nullable Object value) {
        moreExtras().put(name, value);
        return self();
    }

    /**
     * Adds to {@link Deal#extras()}.
     *
     * @param entries JSON as JDK types by name
     * @return this builder
     */
    public final Deal.Builder putAllExtras(Map<String, ? extends @Nullable Object> entries) {
        if (!entries.isEmpty()) {
            moreExtras().putAll(entries);
        }
        return self();
    }

    /**
     * Sets {@link Deal#extras()}.
     *
     * @param entries JSON as JDK types by name
     * @return this builder
     */
    public final Deal.Builder extras(Map<String, ? extends @Nullable Object> entries) {
        extras = null;
        return putAllExtras(entries);
    }

    private JsonMap.Builder moreExtras() {
        if (extras == null) {
            extras = JsonMap.builder();
        }
        return extras;
    }

    /** The extras so far. */
    final JsonMap builtExtras() {
        return extras == null ? JsonMap.empty() : extras.build();
    }
}
