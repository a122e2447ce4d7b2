package dev.dealsdk.testkit.contract;

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

/** Each filter is sent and applied, or is refused. What is listed by status is in {@link StatusFilterContract}. */
final class FilterContract implements ContractCase.Group {
    private static final BigDecimal BETWEEN = new BigDecimal("2000.5");
    private static final LocalDate DAY_BETWEEN = LocalDate.of(2029, 6, 15);

    @Override
    public Stream<ContractCase> cases(Capabilities claims) {
        if (!claims.supports(Operation.LIST)) {
            return Stream.empty();
        }
        return Arrays.stream(DealFilter.values()).flatMap(filter -> {
            if (!claims.filters().contains(filter)) {
                return Stream.of(refused(filter));
            }
            return filter == DealFilter.STATUS ? StatusFilterContract.cases() : Stream.of(claimed(filter));
        });
    }

    private static ContractCase claimed(DealFilter filter) {
        return new ContractCase("list: the filter " + filter.key() + " is applied", session -> {
            Optional<DealField> field = fieldOf(filter);
            boolean marked = field.filter(session.claims().writableFields(Operation.CREATE)::contains)
                    .isPresent();
            String rich = session.deal(field.map(Set::of).orElseGet(Set::of));
            String plain = marked ? create(field.orElseThrow(), session) : "";
            DealQuery query = query(filter, session);
            ContractSession.Result<List<Deal>> result =
                    session.watch(() -> session.deals().list(query).stream().toList());
            if (session.provider().sendsHttp()) {
                Object mark = mark(filter, session);
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
    private static String create(DealField field, ContractSession session) {
        SampleValues other = session.samples()
                .field(DealField.NAME, "Elsewhere")
                .field(DealField.VALUE, new BigDecimal("1.50"))
                .field(DealField.EXPECTED_CLOSE_ON, LocalDate.of(2027, 1, 1));
        Set<DealField> fields = OperationContract.least(Operation.CREATE, session.claims());
        if (field == DealField.VALUE || field == DealField.EXPECTED_CLOSE_ON) {
            fields.add(field);
        }
        String firstStage = session.firstStage();
        return session.deals()
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

    private static DealQuery query(DealFilter filter, ContractSession session) {
        DealQuery.Builder query = DealQuery.builder();
        return (switch (filter) {
                    case STAGE -> query.stage(StageRef.id(session.stage()));
                    case OWNER -> query.ownerId(session.samples().text(DealField.OWNERS));
                    case TEAM -> query.teamId(session.samples().teamId());
                    case MIN_VALUE -> query.minValue(BETWEEN);
                    case MAX_VALUE -> query.maxValue(BETWEEN);
                    case EXPECTED_CLOSE_AFTER -> query.expectedCloseAfter(DAY_BETWEEN);
                    case EXPECTED_CLOSE_BEFORE -> query.expectedCloseBefore(DAY_BETWEEN);
                    case TEXT -> query.text(word(session));
                    case STATUS -> throw new IllegalArgumentException("has cases of its own");
                })
                .build();
    }

    private static Object mark(DealFilter filter, ContractSession session) {
        return switch (filter) {
            case STAGE -> session.stage();
            case OWNER -> session.samples().text(DealField.OWNERS);
            case TEAM -> session.samples().teamId();
            case MIN_VALUE, MAX_VALUE -> BETWEEN;
            case EXPECTED_CLOSE_AFTER, EXPECTED_CLOSE_BEFORE -> DAY_BETWEEN;
            case TEXT -> word(session);
            case STATUS -> throw new IllegalArgumentException("has cases of its own");
        };
    }

    /** The first word of the sample's name. */
    private static String word(ContractSession session) {
        return session.samples().text(DealField.NAME).split(" ", 2)[0];
    }

    private static ContractCase refused(DealFilter filter) {
        return new ContractCase("list: the filter " + filter.key() + " is refused", session -> {
            DealQuery query = filter == DealFilter.STATUS ? DealQuery.open() : query(filter, session);
            session.refused(
                    UnsupportedByProviderException.class,
                    Operation.LIST,
                    () -> session.deals().list(query),
                    List.of(session.claims().provider(), "list", filter.key(), "can filter by "));
        });
    }
}
