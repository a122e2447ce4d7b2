package dev.dealsdk.internal.bridge;

import dev.dealsdk.Company;
import dev.dealsdk.Contact;
import dev.dealsdk.Deal;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealValue;
import dev.dealsdk.StageRef;
import dev.dealsdk.spi.CallScope;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/** Filters that the vendor lacks, applied to the deals of each page. Thread-safe. */
final class LocalFilters {
    private final Bridge bridge;
    private final Set<DealFilter> local;
    /** Amounts in different ones cannot be compared. */
    private final Set<String> currencies = new ConcurrentSkipListSet<>();

    LocalFilters(Bridge bridge) {
        this.bridge = bridge;
        this.local = bridge.localFilters();
    }

    /**
     * Refuses a query whose answer cannot be known.
     *
     * @throws dev.dealsdk.UnsupportedByProviderException if it asks for a status that the configuration does not tell
     */
    void check(DealQuery query, CallScope call) {
        if (local.contains(DealFilter.STATUS)
                && query.status().isPresent()
                && !bridge.knowsStatus(query.status().get())) {
            throw call.unsupported(
                    "the filter status is not supported for " + query.status().get() + ": "
                            + bridge.vendor().provider()
                            + " has no status, and the configuration does not say which stages stand for it; set"
                            + " deals.won-stage and deals.lost-stage");
        }
    }

    /** The query without what is applied here. */
    DealQuery forVendor(DealQuery query) {
        if (local.isEmpty()) {
            return query;
        }
        DealQuery.Builder vendors = DealQuery.builder();
        vendors.from(query);
        for (DealFilter filter : local) {
            DealQuery.Builder unused = switch (filter) {
                case STATUS -> vendors.status(Optional.empty());
                case STAGE -> vendors.stage(Optional.empty());
                case OWNER -> vendors.ownerId(Optional.empty());
                case TEAM -> vendors.teamId(Optional.empty());
                case MIN_VALUE -> vendors.minValue(Optional.empty());
                case MAX_VALUE -> vendors.maxValue(Optional.empty());
                case EXPECTED_CLOSE_AFTER -> vendors.expectedCloseAfter(Optional.empty());
                case EXPECTED_CLOSE_BEFORE -> vendors.expectedCloseBefore(Optional.empty());
                case TEXT -> vendors.text(Optional.empty());
            };
        }
        return vendors.build();
    }

    /**
     * Whether a deal fits what is applied here.
     *
     * @throws dev.dealsdk.InvalidRequestException if a range of values meets more than one currency
     */
    boolean fits(Deal deal, DealQuery query, CallScope call) {
        for (DealFilter filter : local) {
            boolean fits = switch (filter) {
                case STATUS -> is(query.status(), Optional.of(deal.status()));
                case STAGE -> is(query.stage().flatMap(StageRef::stageId), deal.stageId());
                case OWNER -> query.ownerId().map(deal.ownerIds()::contains).orElse(true);
                case TEAM -> query.teamId().isEmpty();
                case MIN_VALUE -> inRange(deal, query.minValue(), 1, "minValue", call);
                case MAX_VALUE -> inRange(deal, query.maxValue(), -1, "maxValue", call);
                case EXPECTED_CLOSE_AFTER -> isOn(deal, query.expectedCloseAfter(), 1);
                case EXPECTED_CLOSE_BEFORE -> isOn(deal, query.expectedCloseBefore(), -1);
                case TEXT -> query.text().map(text -> holds(deal, text)).orElse(true);
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static <T> boolean is(Optional<T> wanted, Optional<T> actual) {
        return wanted.isEmpty() || wanted.equals(actual);
    }

    /** Bounds are part of the range. */
    private boolean inRange(Deal deal, Optional<BigDecimal> bound, int side, String field, CallScope call) {
        if (bound.isEmpty()) {
            return true;
        }
        Optional<DealValue> value = deal.value();
        if (value.isEmpty() || !isComparable(value.get(), field, call)) {
            return false;
        }
        return value.get().amount().compareTo(bound.get()) * side >= 0;
    }

    /** With deals.currency, values in another one fit no range; without it, two of them are a failure. */
    private boolean isComparable(DealValue value, String field, CallScope call) {
        Optional<String> currency = value.currency();
        if (currency.isEmpty()) {
            return true;
        }
        Optional<String> accounts = bridge.config().currency();
        if (accounts.isPresent()) {
            return currency.equals(accounts);
        }
        if (currencies.add(currency.get()) && currencies.size() > 1) {
            throw mixed(currencies, field, call);
        }
        if (currencies.size() > 1) {
            throw mixed(currencies, field, call);
        }
        return true;
    }

    static RuntimeException mixed(Set<String> currencies, String field, CallScope call) {
        return call.invalid(
                field,
                "compares amounts, and the deals have more than one currency ("
                        + String.join(", ", new TreeSet<>(currencies))
                        + "); set deals.currency to the intended one");
    }

    private static boolean isOn(Deal deal, Optional<LocalDate> bound, int side) {
        return bound.isEmpty()
                || deal.expectedCloseOn()
                        .map(day -> day.compareTo(bound.get()) * side >= 0)
                        .orElse(false);
    }

    private static boolean holds(Deal deal, String text) {
        String wanted = folded(text);
        return Stream.of(
                        deal.name(),
                        deal.contact().flatMap(Contact::name),
                        deal.contact().flatMap(Contact::email),
                        deal.company().flatMap(Company::name))
                .flatMap(Optional::stream)
                .anyMatch(field -> folded(field).contains(wanted));
    }

    /** The same for texts that differ in case or Unicode form. */
    private static String folded(String text) {
        return Normalizer.normalize(
                Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .toUpperCase(Locale.ROOT)
                        .toLowerCase(Locale.ROOT),
                Normalizer.Form.NFKC);
    }
}
