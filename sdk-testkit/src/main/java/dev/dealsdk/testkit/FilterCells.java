package dev.dealsdk.testkit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealQuery;
import dev.dealsdk.Operation;
import dev.dealsdk.StageRef;
import dev.dealsdk.UnsupportedByProviderException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Each filter is sent and applied, or is refused. What is listed by status is in {@link StatusFilterCells}. */
final class FilterCells implements Cell.Group {
    private static final BigDecimal BETWEEN = new BigDecimal("2000.5");
    private static final LocalDate DAY_BETWEEN = LocalDate.of(2029, 6, 15);

    @Override
    public Stream<Cell> cells(Capabilities claims) {
        if (!claims.supports(Operation.LIST)) {
            return Stream.empty();
        }
        return Arrays.stream(DealFilter.values()).flatMap(filter -> {
            if (!claims.filters().contains(filter)) {
                return Stream.of(refused(filter));
            }
            return filter == DealFilter.STATUS ? StatusFilterCells.cells() : Stream.of(claimed(filter));
        });
    }

    private static Cell claimed(DealFilter filter) {
        return new Cell("list: the filter " + filter.key() + " is applied", trial -> {
            Optional<DealField> field = fieldOf(filter);
            boolean marked = field.filter(trial.claims().writableFields(Operation.CREATE)::contains)
                    .isPresent();
            String rich = trial.deal(field.map(Set::of).orElseGet(Set::of));
            String plain = marked ? create(field.orElseThrow(), trial) : "";
            DealQuery query = query(filter, trial);
            Trial.Result<List<Deal>> result =
                    trial.watch(() -> trial.deals().list(query).stream().toList());
            if (trial.provider().sendsHttp()) {
                Object mark = mark(filter, trial);
                assertTrue(
                        result.sent().stream().anyMatch(request -> request.mentions(mark)),
                        "its value stands in no request that was sent");
            }
            if (marked) {
                boolean upper = filter == DealFilter.MAX_VALUE || filter == DealFilter.EXPECTED_CLOSE_BEFORE;
                List<String> ids = result.returned().stream().map(Deal::id).toList();
                assertTrue(ids.contains(upper ? plain : rich), "a deal that fits is not listed");
                assertFalse(ids.contains(upper ? rich : plain), "a deal that does not fit is listed");
            }
        });
    }

    /** A deal that differs from the samples in this field. */
    private static String create(DealField field, Trial trial) {
        SampleValues other = trial.samples()
                .field(DealField.NAME, "Elsewhere")
                .field(DealField.VALUE, new BigDecimal("1.50"))
                .field(DealField.EXPECTED_CLOSE_ON, LocalDate.of(2027, 1, 1));
        Set<DealField> fields = OperationCells.least(Operation.CREATE, trial.claims());
        if (field == DealField.VALUE || field == DealField.EXPECTED_CLOSE_ON) {
            fields.add(field);
        }
        String firstStage = trial.firstStage();
        return trial.deals()
                .create(new SampleRequests(other, () -> firstStage).newDeal(fields, Map.of()))
                .id();
    }

    private static Optional<DealField> fieldOf(DealFilter filter) {
        return switch (filter) {
            case STAGE -> Optional.of(DealField.STAGE);
            case OWNER -> Optional.of(DealField.OWNERS);
            case MIN_VALUE, MAX_VALUE -> Optional.of(DealField.VALUE);
            case EXPECTED_CLOSE_AFTER, EXPECTED_CLOSE_BEFORE -> Optional.of(DealField.EXPECTED_CLOSE_ON);
            case TEXT -> Optional.of(DealField.NAME);
            case STATUS, TEAM -> Optional.empty();
        };
    }

    private static DealQuery query(DealFilter filter, Trial trial) {
        DealQuery.Builder query = DealQuery.builder();
        return (switch (filter) {
                    case STAGE -> query.stage(StageRef.id(trial.stage()));
                    case OWNER -> query.ownerId(trial.samples().text(DealField.OWNERS));
                    case TEAM -> query.teamId(trial.samples().teamId());
                    case MIN_VALUE -> query.minValue(BETWEEN);
                    case MAX_VALUE -> query.maxValue(BETWEEN);
                    case EXPECTED_CLOSE_AFTER -> query.expectedCloseAfter(DAY_BETWEEN);
                    case EXPECTED_CLOSE_BEFORE -> query.expectedCloseBefore(DAY_BETWEEN);
                    case TEXT -> query.text(word(trial));
                    case STATUS -> throw new IllegalArgumentException("has cells of its own");
                })
                .build();
    }

    private static Object mark(DealFilter filter, Trial trial) {
        return switch (filter) {
            case STAGE -> trial.stage();
            case OWNER -> trial.samples().text(DealField.OWNERS);
            case TEAM -> trial.samples().teamId();
            case MIN_VALUE, MAX_VALUE -> BETWEEN;
            case EXPECTED_CLOSE_AFTER, EXPECTED_CLOSE_BEFORE -> DAY_BETWEEN;
            case TEXT -> word(trial);
            case STATUS -> throw new IllegalArgumentException("has cells of its own");
        };
    }

    /** The first word of the sample's name. */
    private static String word(Trial trial) {
        return trial.samples().text(DealField.NAME).split(" ", 2)[0];
    }

    private static Cell refused(DealFilter filter) {
        return new Cell("list: the filter " + filter.key() + " is refused", trial -> {
            DealQuery query = filter == DealFilter.STATUS ? DealQuery.open() : query(filter, trial);
            trial.refused(
                    UnsupportedByProviderException.class,
                    Operation.LIST,
                    () -> trial.deals().list(query),
                    List.of(trial.claims().provider(), "list", filter.key(), "can filter by "));
        });
    }
}
