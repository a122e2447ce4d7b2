package dev.dealsdk.internal.client;

import dev.dealsdk.CallOptions;
import dev.dealsdk.Capabilities;
import dev.dealsdk.DealField;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.FieldError;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.Reopen;
import dev.dealsdk.Win;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.VendorRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
            throw scope.invalid("id", fault + "; a deal's id is what Deal.id() gives");
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
        refuse(errors, scope);
        usage.create(deal, set);
    }

    void update(DealUpdate update, CallScope scope) {
        Set<DealField> set = DealFields.of(update);
        claims.fields(Operation.UPDATE, set, update.extras(), scope);
        claims.clearable(update.cleared(), scope);
        List<FieldError> errors = new ArrayList<>();
        if (set.isEmpty() && update.extras().isEmpty() && update.cleared().isEmpty()) {
            errors.add(new FieldError("update", "changes nothing; set or clear a field"));
        }
        if (update.name().filter(String::isBlank).isPresent()
                && capabilities.requiredFields(Operation.CREATE).contains(DealField.NAME)) {
            errors.add(new FieldError("name", "is blank; " + capabilities.provider() + " requires it"));
        }
        addPercent(errors, update.winProbability());
        refuse(errors, scope);
        usage.update(update, set);
    }

    void move(Move move, CallScope scope) {
        Set<DealField> set = DealFields.of(move);
        claims.fields(Operation.MOVE, set, move.extras(), scope);
        usage.move(move, set);
    }

    void win(Win win, CallScope scope) {
        Set<DealField> set = DealFields.of(win);
        claims.fields(Operation.WIN, set, win.extras(), scope);
        refuse(missing(Operation.WIN, set), scope);
        usage.win(win, set);
    }

    void lose(Loss loss, CallScope scope) {
        Set<DealField> set = DealFields.of(loss);
        claims.fields(Operation.LOSE, set, loss.extras(), scope);
        refuse(missing(Operation.LOSE, withoutBlank(set, DealField.LOST_REASON, loss.reason())), scope);
        usage.lose(loss, set);
    }

    void reopen(Reopen reopen, CallScope scope) {
        Set<DealField> set = DealFields.of(reopen);
        claims.fields(Operation.REOPEN, set, reopen.extras(), scope);
        refuse(missing(Operation.REOPEN, set), scope);
        usage.reopen(reopen, set);
    }

    void list(DealQuery query, CallScope scope) {
        claims.query(query, scope);
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
    }

    private static void refuse(List<FieldError> errors, CallScope scope) {
        if (!errors.isEmpty()) {
            throw new InvalidRequestException("", errors, scope.call().build(), null);
        }
    }
}
