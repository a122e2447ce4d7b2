package dev.dealsdk.internal;

import dev.dealsdk.CallOptions;
import dev.dealsdk.DealField;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.Reopen;
import dev.dealsdk.Requirement;
import dev.dealsdk.RequirementKind;
import dev.dealsdk.StageRef;
import dev.dealsdk.UsageRecorder;
import dev.dealsdk.Win;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a {@link UsageRecorder}, if there is one, what a caller uses. Thread-safe. */
final class UsageLog implements AutoCloseable {
    /** Records nothing. */
    static final UsageLog OFF = new UsageLog(null, false);

    private final @Nullable UsageRecorder recorder;
    private final boolean own;

    private UsageLog(@Nullable UsageRecorder recorder, boolean own) {
        this.recorder = recorder;
        this.own = own;
    }

    /** The caller's recorder, or one for {@code deals.usage-file}. */
    static UsageLog of(DealsConfig config) {
        if (config.usageRecorder().isPresent()) {
            return new UsageLog(config.usageRecorder().get(), false);
        }
        return config.usageFile().isPresent()
                ? new UsageLog(UsageRecorder.to(config.usageFile().get()), true)
                : OFF;
    }

    /** An operation that takes an id at most; the others are recorded with what they take. */
    void operation(Operation operation, CallOptions options) {
        if (recorder == null) {
            return;
        }
        switch (operation) {
            case GET, DELETE, LIST_STAGES -> record(Requirement.operation(operation));
            case CREATE, UPDATE, MOVE, WIN, LOSE, REOPEN, LIST -> {
                // Recorded by the method of its name.
            }
        }
        if (operation.isWrite() && options.idempotencyKey().isPresent()) {
            record(new Requirement(RequirementKind.IDEMPOTENCY_KEY, operation.key()));
        }
    }

    void create(NewDeal deal, Set<DealField> set) {
        write(Operation.CREATE, set, deal.extras().keySet(), deal.stage());
        customFields(deal.customFields().keySet());
    }

    void update(DealUpdate update, Set<DealField> set) {
        write(Operation.UPDATE, set, update.extras().keySet(), Optional.empty());
        customFields(update.customFields().keySet());
        update.cleared().forEach(field -> record(new Requirement(RequirementKind.CLEARED_FIELD, field.key())));
    }

    void move(Move move, Set<DealField> set) {
        write(Operation.MOVE, set, move.extras().keySet(), Optional.of(move.stage()));
    }

    void win(Win win, Set<DealField> set) {
        write(Operation.WIN, set, win.extras().keySet(), Optional.empty());
    }

    void lose(Loss loss, Set<DealField> set) {
        write(Operation.LOSE, set, loss.extras().keySet(), Optional.empty());
    }

    void reopen(Reopen reopen, Set<DealField> set) {
        write(Operation.REOPEN, set, reopen.extras().keySet(), reopen.stage());
    }

    void list(DealQuery query) {
        write(Operation.LIST, Set.of(), query.extras().keySet(), query.stage());
        if (recorder != null) {
            Queries.filtersOf(query).forEach(filter -> record(Requirement.filter(filter)));
            query.sort().ifPresent(sort -> record(Requirement.sort(sort)));
        }
    }

    void vendorApi(Class<?> type) {
        if (recorder != null) {
            record(new Requirement(RequirementKind.VENDOR_API, type.getSimpleName()));
        }
    }

    private void write(Operation operation, Set<DealField> set, Collection<String> extras, Optional<StageRef> stage) {
        if (recorder == null) {
            return;
        }
        record(Requirement.operation(operation));
        set.forEach(field -> record(Requirement.field(operation, field)));
        extras.forEach(name -> record(new Requirement(RequirementKind.EXTRA, operation.key() + "." + name)));
        stage.ifPresent(used -> record(used.aliasOrName()
                .map(Requirement::stage)
                .orElseGet(() -> new Requirement(RequirementKind.STAGE_ID, "any"))));
    }

    private void customFields(Collection<String> names) {
        for (String name : names) {
            if (recorder != null && !name.isBlank()) {
                recorder.record(Requirement.customField(name));
            }
        }
    }

    private void record(Requirement used) {
        if (recorder != null) {
            recorder.record(used);
        }
    }

    /** Writes what was recorded; a caller's own recorder stays open. */
    @Override
    public void close() {
        if (recorder != null && own) {
            recorder.close();
        } else if (recorder != null) {
            recorder.flush();
        }
    }
}
