package dev.dealsdk.internal.client;

import dev.dealsdk.CallOptions;
import dev.dealsdk.Capabilities;
import dev.dealsdk.DealField;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.FieldError;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.LineItem;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.Reopen;
import dev.dealsdk.Win;
import dev.dealsdk.internal.json.Json;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.VendorRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Refuses, before anything is sent, a request that cannot succeed: not claimed by the provider, incomplete, or absurd. What
 * passes is used, and recorded as that.
 */
final class RequestChecks {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MAX_ID_LENGTH = 512;

    private final Capabilities capabilities;
    private final CapabilityChecks claims;
    private final UsageLog usage;

    RequestChecks(Capabilities capabilities, UsageLog usage) {
        this.usage = usage;
        this.capabilities = capabilities;
        this.claims = new CapabilityChecks(capabilities);
    }

    /** That an id could be one: what form it has is the vendor's business. */
    static void dealId(String dealId, CallScope scope) {
        String fault = null;
        if (dealId.isBlank()) {
            fault = "is blank";
        } else if (dealId.length() > MAX_ID_LENGTH) {
            fault = "is longer than " + MAX_ID_LENGTH + " characters";
        } else if (VendorRequest.holdsControl(dealId)) {
            fault = "holds a control character";
        } else if (VendorRequest.isDotSegment(dealId)) {
            fault = "is a dot segment";
        }
        if (fault != null) {
            throw scope.invalid("id", fault + "; use an id that Deal.id() returned");
        }
    }

    void operation(Operation operation, CallOptions options, CallScope scope) {
        claims.operation(operation, options, scope);
        usage.operation(operation, options);
    }

    void create(NewDeal deal, CallScope scope) {
        Set<DealField> set = DealFields.of(deal);
        claims.fields(Operation.CREATE, set, deal.extras(), scope);
        Set<DealField> filled = withoutBlank(set, DealField.NAME, deal.name());
        List<FieldError> errors = missing(Operation.CREATE, filled);
        addPercent(errors, deal.winProbability());
        addEndless(errors, DealField.VALUE.key(), deal.value());
        addEndless(errors, "lineItems", deal.lineItems());
        addEndless(errors, "customFields", deal.customFields());
        addEndless(errors, "extras", deal.extras());
        refuse(errors, scope);
        usage.create(deal, set);
    }

    void update(DealUpdate update, CallScope scope) {
        Set<DealField> set = DealFields.of(update);
        claims.update(update, set, scope);
        List<FieldError> errors = new ArrayList<>();
        if (set.isEmpty() && update.extras().isEmpty() && update.cleared().isEmpty()) {
            errors.add(new FieldError("update", "changes nothing; set or clear a field"));
        }
        if (update.name().filter(String::isBlank).isPresent()
                && capabilities.requiredFields(Operation.CREATE).contains(DealField.NAME)) {
            errors.add(new FieldError("name", "is blank; " + capabilities.provider() + " requires it"));
        }
        addPercent(errors, update.winProbability());
        addEndless(errors, DealField.VALUE.key(), update.value());
        addEndless(errors, "lineItems", update.lineItems());
        addEndless(errors, "customFields", update.customFields());
        addEndless(errors, "extras", update.extras());
        refuse(errors, scope);
        usage.update(update, set);
    }

    void move(Move move, CallScope scope) {
        Set<DealField> set = DealFields.of(move);
        claims.fields(Operation.MOVE, set, move.extras(), scope);
        refuseEndless(move.extras(), scope);
        usage.write(Operation.MOVE, set, move.extras(), Optional.of(move.stage()));
    }

    void win(Win win, CallScope scope) {
        Set<DealField> set = DealFields.of(win);
        claims.fields(Operation.WIN, set, win.extras(), scope);
        List<FieldError> errors = missing(Operation.WIN, set);
        addEndless(errors, DealField.FINAL_VALUE.key(), win.finalValue());
        addEndless(errors, "extras", win.extras());
        refuse(errors, scope);
        usage.write(Operation.WIN, set, win.extras(), Optional.empty());
    }

    void lose(Loss loss, CallScope scope) {
        Set<DealField> set = DealFields.of(loss);
        claims.fields(Operation.LOSE, set, loss.extras(), scope);
        refuseEndless(loss.extras(), scope);
        refuse(missing(Operation.LOSE, withoutBlank(set, DealField.LOST_REASON, loss.reason())), scope);
        usage.write(Operation.LOSE, set, loss.extras(), Optional.empty());
    }

    void reopen(Reopen reopen, CallScope scope) {
        Set<DealField> set = DealFields.of(reopen);
        claims.fields(Operation.REOPEN, set, reopen.extras(), scope);
        refuseEndless(reopen.extras(), scope);
        refuse(missing(Operation.REOPEN, set), scope);
        usage.write(Operation.REOPEN, set, reopen.extras(), reopen.stage());
    }

    void list(DealQuery query, CallScope scope) {
        claims.query(query, scope);
        List<FieldError> errors = new ArrayList<>(0);
        addEndless(errors, "minValue", query.minValue());
        addEndless(errors, "maxValue", query.maxValue());
        addEndless(errors, "extras", query.extras());
        refuse(errors, scope);
        usage.list(query);
    }

    private List<FieldError> missing(Operation operation, Set<DealField> filled) {
        Set<DealField> required = capabilities.requiredFields(operation);
        if (filled.containsAll(required)) {
            return new ArrayList<>(0);
        }
        List<FieldError> errors = new ArrayList<>();
        for (DealField field : new TreeSet<>(required)) {
            if (!filled.contains(field)) {
                errors.add(new FieldError(
                        field.key(), "is missing or blank; " + capabilities.provider() + " requires it"));
            }
        }
        return errors;
    }

    private static Set<DealField> withoutBlank(Set<DealField> set, DealField field, Optional<String> text) {
        if (text.filter(String::isBlank).isEmpty()) {
            return set;
        }
        Set<DealField> filled = EnumSet.copyOf(set);
        filled.remove(field);
        return filled;
    }

    private static void addPercent(List<FieldError> errors, Optional<BigDecimal> percent) {
        percent.filter(value -> value.signum() < 0 || value.compareTo(HUNDRED) > 0)
                .ifPresent(value -> errors.add(new FieldError(
                        DealField.WIN_PROBABILITY.key(), value + " is no percentage between 0 and 100")));
        addEndless(errors, DealField.WIN_PROBABILITY.key(), percent);
    }

    private static void refuseEndless(Map<String, @Nullable Object> extras, CallScope scope) {
        List<FieldError> errors = new ArrayList<>(0);
        addEndless(errors, "extras", extras);
        refuse(errors, scope);
    }

    /** Names a number in a value that would take a page, or the memory, when it is written without an exponent. */
    private static void addEndless(List<FieldError> errors, String field, Object value) {
        String path = endlessIn(value);
        if (path != null) {
            errors.add(new FieldError(
                    field + path,
                    "is a number of more than " + Json.MAX_NUMBER_LENGTH + " digits when it is written out"));
        }
    }

    /** Where in a value there is such a number; null if there is none. */
    private static @Nullable String endlessIn(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return Json.isPlain(number) ? null : "";
        }
        if (value instanceof Optional<?> optional) {
            return optional.isEmpty() ? null : endlessIn(optional.get());
        }
        if (value instanceof DealValue amount) {
            return endlessIn(amount.amount());
        }
        if (value instanceof LineItem item) {
            return endlessIn(item.quantity()) != null
                    ? ".quantity"
                    : endlessIn(item.unitPrice()) != null ? ".unitPrice" : null;
        }
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                String path = endlessIn(list.get(i));
                if (path != null) {
                    return "[" + i + "]" + path;
                }
            }
        }
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                String path = endlessIn(entry.getValue());
                if (path != null) {
                    return "." + entry.getKey() + path;
                }
            }
        }
        return null;
    }

    private static void refuse(List<FieldError> errors, CallScope scope) {
        if (!errors.isEmpty()) {
            throw new InvalidRequestException("", errors, scope.call().build(), null);
        }
    }
}
