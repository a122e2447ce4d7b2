package dev.dealsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dealsdk.CallOptions;
import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsException;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.Outcome;
import dev.dealsdk.testkit.Fault;
import dev.dealsdk.testkit.JournalEntry;
import dev.dealsdk.testkit.VendorSimulator;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every write has a known fate, and none is done twice: under faults before and after processing, what the caller is told
 * agrees with the journal of the simulator. Reads are repeated until they succeed.
 */
final class FateContract implements ContractCase.Group {
    private static final Set<Operation> TRANSITIONS =
            Set.of(Operation.MOVE, Operation.WIN, Operation.LOSE, Operation.REOPEN);

    /** The write was done, and its response is lost. */
    private static final List<Fault> APPLIED = List.of(
            Fault.cutAfterProcessing(),
            Fault.cutBody(),
            Fault.status(500).afterProcessing(),
            Fault.status(504).afterProcessing());

    /** The write was not done, and nothing is in progress any more. */
    private static final List<Fault> NOT_APPLIED =
            List.of(Fault.cutBeforeProcessing(), Fault.status(500), Fault.status(503));

    private static final Set<DealField> DATA =
            EnumSet.of(DealField.FINAL_VALUE, DealField.LOST_REASON, DealField.WON_REASON, DealField.NOTE);

    private static final Fault QUOTA_SPENT = Fault.status(429).header("Retry-After", "0");

    @Override
    public Stream<ContractCase> cases(Capabilities claims) {
        return Arrays.stream(Operation.values()).filter(claims::supports).flatMap(operation -> switch (operation) {
            case GET, LIST -> reads(operation);
            case LIST_STAGES -> claims.configuredStages() ? Stream.empty() : reads(operation);
            case CREATE -> claims.takesIdempotencyKey(operation) ? createsWithKey(claims) : creates(claims);
            case UPDATE, DELETE -> settings(operation);
            case MOVE, WIN, LOSE, REOPEN -> transitions(operation, claims);
        });
    }

    private static Stream<ContractCase> reads(Operation operation) {
        return under(
                NOT_APPLIED,
                operation,
                "it is sent again",
                (fault, session) -> repeatedRead(operation, fault, session));
    }

    private static Stream<ContractCase> settings(Operation operation) {
        return Stream.of(APPLIED, NOT_APPLIED, List.of(QUOTA_SPENT))
                .flatMap(faults -> under(faults, operation, "it is sent again", (fault, session) -> {
                    Target target = Target.of(operation, session);
                    session.simulator().inject(fault.on(target.method, target.path));
                    target.call();
                    assertEquals(2, target.writes().size(), "requests sent");
                    assertTrue(target.applied() > 0, "it succeeds, but was never applied");
                }));
    }

    private static Stream<ContractCase> creates(Capabilities claims) {
        Stream<ContractCase> uncertain = Stream.of(APPLIED, NOT_APPLIED)
                .flatMap(faults -> under(
                        faults, Operation.CREATE, "its fate is unknown, and it is sent once", FateContract::unknown));
        return Stream.of(uncertain, quota(Operation.CREATE), referring(claims)).flatMap(cases -> cases);
    }

    /** A response with status 500 is kept by the vendor and given again under the key. */
    private static Stream<ContractCase> createsWithKey(Capabilities claims) {
        return Stream.of(
                        under(
                                List.of(Fault.cutAfterProcessing(), Fault.cutBody(), Fault.cutBeforeProcessing()),
                                Operation.CREATE,
                                "it is sent again under the same key and done once",
                                (fault, session) -> done(Operation.CREATE, fault, 2, session)),
                        under(
                                List.of(Fault.status(500).afterProcessing()),
                                Operation.CREATE,
                                "its fate is unknown, and it is sent once",
                                FateContract::unknown),
                        quota(Operation.CREATE),
                        referring(claims))
                .flatMap(cases -> cases);
    }

    private static Stream<ContractCase> transitions(Operation operation, Capabilities claims) {
        Stream<ContractCase> first = firstOf(claims).filter(operation::equals).stream()
                .map(only -> new ContractCase(
                        operation.key() + ": perhaps in progress until the deadline, its fate is unknown",
                        session -> inProgress(operation, session)));
        return Stream.of(
                        under(
                                APPLIED,
                                operation,
                                "the deal is returned, and it is sent once",
                                (fault, session) -> readBack(operation, fault, session)),
                        dataOf(operation, claims)
                                .map(data -> new ContractCase(
                                        operation.key() + " with " + data.key()
                                                + ", of a deal that is there already: not taken for done",
                                        session -> thereAlready(operation, data, session))),
                        under(
                                NOT_APPLIED,
                                operation,
                                "it is sent again and done once",
                                (fault, session) -> done(operation, fault, 2, session)),
                        quota(operation),
                        Stream.of(new ContractCase(
                                operation.key() + ": response lost and the deal not readable, its fate is unknown",
                                session -> unreadable(operation, session))),
                        first)
                .flatMap(cases -> cases);
    }

    private static Optional<Operation> firstOf(Capabilities claims) {
        return TRANSITIONS.stream().filter(claims::supports).sorted().findFirst();
    }

    private static Stream<ContractCase> quota(Operation operation) {
        return under(
                List.of(QUOTA_SPENT),
                operation,
                "it is sent again and done once",
                (fault, session) -> done(operation, fault, 2, session));
    }

    private static Stream<ContractCase> under(
            List<Fault> faults, Operation operation, String promise, UnderFault check) {
        return faults.stream()
                .map(fault -> new ContractCase(
                        operation.key() + ", " + fault + ": " + promise, session -> check.on(fault, session)));
    }

    /** Tries a promise under one fault. */
    @FunctionalInterface
    private interface UnderFault {
        void on(Fault fault, ContractSession session);
    }

    private static void repeatedRead(Operation operation, Fault fault, ContractSession session) {
        VendorSimulator vendor = session.simulator();
        String id = session.deal();
        vendor.clearJournal();
        Optional<Deal> expected = OperationContract.call(operation, id, session);
        int usual = vendor.journal().size();
        vendor.clearJournal();
        vendor.inject(fault);
        assertEquals(expected, OperationContract.call(operation, id, session));
        assertEquals(usual + 1, vendor.journal().size(), "requests sent");
    }

    /** What a transition may carry besides the state, as far as it need not. */
    private static Stream<DealField> dataOf(Operation operation, Capabilities claims) {
        return DATA.stream()
                .filter(claims.writableFields(operation)::contains)
                .filter(data -> !claims.requiredFields(operation).contains(data));
    }

    /** The state of the deal says nothing of a note: it was in that state before, and the request had no effect. */
    private static void thereAlready(Operation operation, DealField data, ContractSession session) {
        session.needs(Operation.GET);
        Target target = Target.of(operation, session);
        Set<DealField> fields = OperationContract.least(operation, session.claims());
        session.call(operation, target.id, fields);
        session.simulator().clearJournal();
        session.simulator()
                .inject(Fault.status(500).on(target.method, target.path).always());
        fields.add(data);
        DealsException failure = assertThrows(DealsException.class, () -> session.call(operation, target.id, fields));
        assertEquals(Outcome.UNKNOWN, failure.outcome(), () -> String.valueOf(failure));
    }

    /** What is returned is the deal as it is read; where it does not show what was sent, there is nothing to go by. */
    private static void readBack(Operation operation, Fault fault, ContractSession session) {
        if (hidesWhatItTakes(operation, session)) {
            Target target = Target.of(operation, session);
            session.simulator().inject(fault.on(target.method, target.path));
            target.isUnknown(session.deals());
            return;
        }
        Deal deal = done(operation, fault, 1, session);
        session.read(deal.id()).ifPresent(read -> assertEquals(read, deal, "another deal than is read afterwards"));
    }

    /** The write succeeds, was applied once, and was sent so many times. */
    private static Deal done(Operation operation, Fault fault, int requests, ContractSession session) {
        Target target = Target.of(operation, session);
        session.simulator().inject(fault.on(target.method, target.path));
        Deal deal = target.call().orElseThrow();
        assertEquals(requests, target.writes().size(), "requests sent");
        assertEquals(1, target.applied(), "times applied");
        if (operation != Operation.CREATE) {
            assertEquals(target.id, deal.id());
        }
        session.read(deal.id()).ifPresent(read -> {
            assertEquals(read.status(), deal.status(), "the status returned is not the one read afterwards");
            assertEquals(read.stageId(), deal.stageId(), "the stage returned is not the one read afterwards");
        });
        return deal;
    }

    /** Whether a reason that has to be given cannot be read afterwards. */
    private static boolean hidesWhatItTakes(Operation operation, ContractSession session) {
        Set<DealField> required = session.claims().requiredFields(operation);
        if (!required.contains(DealField.LOST_REASON) && !required.contains(DealField.WON_REASON)) {
            return false;
        }
        session.needs(Operation.GET);
        Deal read = session.deals()
                .get(session.call(operation, session.dealFor(operation), required)
                        .id());
        return (required.contains(DealField.LOST_REASON) && read.lostReason().isEmpty())
                || (required.contains(DealField.WON_REASON) && read.wonReason().isEmpty());
    }

    private static void unknown(Fault fault, ContractSession session) {
        Target target = Target.of(Operation.CREATE, session);
        session.simulator().inject(fault.on(target.method, target.path));
        target.isUnknown(session.deals());
    }

    /** Whoever cannot read the deal back cannot know. */
    private static void unreadable(Operation operation, ContractSession session) {
        session.needs(Operation.GET);
        Target target = Target.of(operation, session);
        JournalEntry read = session.requestOf(() -> session.deals().get(target.id));
        session.simulator().clearJournal();
        session.simulator().inject(Fault.status(500).on(target.method, target.path));
        session.simulator()
                .inject(Fault.status(429)
                        .header("Retry-After", "3600")
                        .on(read.method(), read.path())
                        .always());
        target.isUnknown(session.deals());
    }

    /** A gateway gave up on the vendor, which may be at work still. Takes the time of one short deadline. */
    private static void inProgress(Operation operation, ContractSession session) {
        Target target = Target.of(operation, session);
        session.simulator().inject(Fault.status(504).on(target.method, target.path));
        target.isUnknown(session.deals()
                .with(CallOptions.builder().callTimeout(Duration.ofMillis(300)).build()));
    }

    private static Stream<ContractCase> referring(Capabilities claims) {
        boolean keepsReferences = claims.writableFields(Operation.CREATE).contains(DealField.CUSTOM_FIELDS)
                && claims.supports(Operation.LIST);
        return keepsReferences
                ? under(
                        APPLIED,
                        Operation.CREATE,
                        "with a reference, the deal that was made is returned",
                        FateContract::foundByReference)
                : Stream.of();
    }

    private static void foundByReference(Fault fault, ContractSession session) {
        String key = String.valueOf(
                session.samples().of(DealField.CUSTOM_FIELDS, Map.Entry.class).getKey());
        Target target = Target.of(Operation.CREATE, session);
        NewDeal deal = NewDeal.builder()
                .from(session.requests().newDeal(OperationContract.least(Operation.CREATE, session.claims()), Map.of()))
                .reference("contract-4711")
                .build();
        try (DealsClient referring =
                session.connect(Map.of("deals.fields.reference", key, "deals.reference-field", "reference"))) {
            session.simulator().inject(fault.on(target.method, target.path));
            Deal made = referring.create(deal);
            assertEquals("contract-4711", made.customFields().get("reference"), "the reference of the deal returned");
        }
        assertEquals(1, target.applied(), "times applied");
    }

    /** A deal, and the request that a write of it takes: known from the same write of another deal. */
    private record Target(Operation operation, String id, String method, String path, ContractSession session) {

        static Target of(Operation operation, ContractSession session) {
            session.simulator();
            String sample = operation == Operation.CREATE ? "" : session.dealFor(operation);
            session.chooseStage(session.claims().requiredFields(operation));
            JournalEntry write = session.requestOf(() -> OperationContract.call(operation, sample, session));
            String id = operation == Operation.CREATE ? "" : session.dealFor(operation);
            session.simulator().clearJournal();
            return new Target(
                    operation,
                    id,
                    write.method(),
                    sample.isEmpty() ? write.path() : write.path().replace(sample, id),
                    session);
        }

        Optional<Deal> call() {
            return OperationContract.call(operation, id, session);
        }

        List<JournalEntry> writes() {
            return session.simulator().journal().stream()
                    .filter(entry ->
                            entry.method().equals(method) && entry.path().equals(path))
                    .toList();
        }

        long applied() {
            return writes().stream().filter(JournalEntry::applied).count();
        }

        /** The call of this client fails with an unknown outcome, and its write was sent once. */
        void isUnknown(DealsClient client) {
            DealsException failure =
                    assertThrows(DealsException.class, () -> OperationContract.call(operation, id, session, client));
            assertEquals(Outcome.UNKNOWN, failure.outcome(), () -> String.valueOf(failure));
            assertEquals(1, writes().size(), "requests sent");
        }
    }
}
