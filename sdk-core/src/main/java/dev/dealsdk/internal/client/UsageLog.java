package dev.dealsdk.internal.client;

import dev.dealsdk.CallOptions;
import dev.dealsdk.DealField;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.StageRef;
import dev.dealsdk.spi.UsageRecorder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names what a caller uses for the {@link UsageRecorder} of {@code deals.usage-file}, if that is set. Thread-safe. */
final class UsageLog implements AutoCloseable {
    /** Records nothing. */
    static final UsageLog OFF = new UsageLog(null, Path.of(""));

    private final @Nullable UsageRecorder recorder;
    private final Path file;

    private UsageLog(@Nullable UsageRecorder recorder, Path file) {
        this.recorder = recorder;
        this.file = file;
    }

    /** A recorder of its own where {@code deals.usage-file} is set; {@link ConnectChecks} has seen that there is one. */
    static UsageLog of(DealsConfig config) {
        return config.usageFile()
                .flatMap(file -> recorder().map(recorder -> new UsageLog(recorder, file)))
                .orElse(OFF);
    }

    /** The first recorder that is found; empty when the artifact is missing. */
    static Optional<UsageRecorder> recorder() {
        return Services.first(UsageRecorder.class);
    }

    /** An operation that takes an id at most; the others are recorded with what they take. */
    public void operation(Operation operation, CallOptions options) {
        if (recorder == null) {
            return;
        }
        List<String> names = new ArrayList<>();
        switch (operation) {
            case GET, DELETE, LIST_STAGES -> names.add("operation." + operation.key());
            case CREATE, UPDATE, MOVE, WIN, LOSE, REOPEN, LIST -> {
                // Recorded by the method of its name.
            }
        }
        if (operation.isWrite() && options.idempotencyKey().isPresent()) {
            names.add("idempotency-key." + operation.key());
        }
        if (!names.isEmpty()) {
            recorder.used(file, names);
        }
    }

    public void create(NewDeal deal, Set<DealField> set) {
        if (recorder == null) {
            return;
        }
        write(Operation.CREATE, set, deal.extras(), deal.stage());
        names("custom-field.", deal.customFields().keySet());
    }

    public void update(DealUpdate update, Set<DealField> set) {
        if (recorder == null) {
            return;
        }
        write(Operation.UPDATE, set, update.extras(), Optional.empty());
        names("custom-field.", update.customFields().keySet());
        names("cleared-field.", update.cleared().stream().map(DealField::key).toList());
    }

    public void list(DealQuery query) {
        if (recorder == null) {
            return;
        }
        write(Operation.LIST, Set.of(), query.extras(), query.stage());
        names("filter.", Queries.filtersOf(query).stream().map(DealFilter::key).toList());
        names("sort.", query.sort().stream().map(sort -> word(sort.name())).toList());
    }

    void vendorApi(Class<?> type) {
        names("vendor-api.", List.of(type.getSimpleName()));
    }

    /** An operation that takes fields or filters, with those it is given. */
    public void write(Operation operation, Set<DealField> set, Map<String, ?> extras, Optional<StageRef> stage) {
        if (recorder == null) {
            return;
        }
        List<String> names = new ArrayList<>();
        names.add("operation." + operation.key());
        set.forEach(field -> names.add("field." + operation.key() + "." + field.key()));
        extras.keySet().forEach(name -> names.add("extra." + operation.key() + "." + name));
        stage.ifPresent(
                used -> names.add(used.aliasOrName().map("stage."::concat).orElse("stage-id.any")));
        recorder.used(file, names);
    }

    private void names(String kind, Collection<String> names) {
        if (recorder != null && !names.isEmpty()) {
            recorder.used(file, names.stream().map(kind::concat).toList());
        }
    }

    private static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void close() {
        if (recorder != null) {
            recorder.close();
        }
    }
}
