package dev.dealsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealStatus;
import dev.dealsdk.Operation;
import dev.dealsdk.Page;
import dev.dealsdk.RecordProblem;
import dev.dealsdk.testkit.internal.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A record that is not as documented loses nothing, and does no harm to others. */
final class RecordContract implements ContractCase.Group {
    private static final String UNKNOWN = "contract_unknown";

    @Override
    public Stream<ContractCase> cases(Capabilities claims) {
        return Stream.of(
                new ContractCase(
                        "a record of nothing but nulls is a deal", session -> onlyId(RecordContract::nulls, session)),
                new ContractCase(
                        "a record of nothing but an id is a deal",
                        session -> onlyId(record -> record.retain("id"), session)),
                new ContractCase("what the vendor adds is kept to the digit", RecordContract::unknownMember),
                new ContractCase("a value of another type is kept", RecordContract::otherType),
                new ContractCase("a status that nobody knows is told", RecordContract::unknownStatus),
                new ContractCase(
                        "a record without an id costs itself alone",
                        session -> broken(RecordContract::withoutId, session)),
                new ContractCase(
                        "a null for a record costs itself alone", session -> broken(ArrayNode::setNull, session)),
                new ContractCase(
                        "a text for a record costs itself alone",
                        session -> broken((rows, at) -> rows.set(at, "?"), session)));
    }

    private static void onlyId(Consumer<ObjectNode> change, ContractSession session) {
        Changed changed = read(change, session);
        Deal empty = Deal.builder()
                .id(changed.deal().id())
                .provider(changed.deal().provider())
                .status(changed.deal().status())
                .extras(changed.deal().extras())
                .build();
        assertEquals(empty, changed.deal(), "something was made out of nothing");
    }

    private static void nulls(ObjectNode record) {
        record.fieldNames().forEachRemaining(name -> {
            if (!name.equals("id")) {
                record.putNull(name);
            }
        });
    }

    private static void unknownMember(ContractSession session) {
        Object value = Map.of(
                "deep", Arrays.asList(new BigDecimal("1.10"), new BigDecimal("9007199254740993"), "\u00fc", null));
        Changed changed = read(record -> record.set(UNKNOWN, Json.tree(Json.text(value))), session);
        assertEquals(value, changed.deal().extras().get(UNKNOWN), "as kept in the extras");
    }

    private static void otherType(ContractSession session) {
        Map<String, Object> odd = Map.of("odd", true);
        AtomicBoolean hasName = new AtomicBoolean();
        Changed changed = read(
                record -> {
                    hasName.set(record.path("name").isTextual());
                    record.set("name", Json.tree(Json.text(odd)));
                },
                session);
        Assumptions.assumeTrue(
                hasName.get(), () -> session.claims().provider() + " has no text called name in its records");
        assertTrue(changed.deal().name().isEmpty(), "a name was made out of an object");
        assertEquals(odd, changed.deal().extras().get("name"), "as kept in the extras");
    }

    private static void unknownStatus(ContractSession session) {
        AtomicBoolean hasWord = new AtomicBoolean();
        Changed changed = read(
                record -> {
                    if (record.path("status").isTextual()) {
                        hasWord.set(true);
                        record.put("status", "simmering");
                    }
                },
                session);
        Assumptions.assumeTrue(
                hasWord.get(), () -> session.claims().provider() + " has no word for the status in its records");
        assertEquals(DealStatus.UNKNOWN, changed.deal().status());
        assertEquals("simmering", changed.deal().extras().get("status"), "as kept in the extras");
    }

    /** Reads a deal whose record arrives changed. */
    private static Changed read(Consumer<ObjectNode> change, ContractSession session) {
        session.needsHttp();
        String id = session.deal();
        session.wire().change((request, response) -> ResponseJson.changeRecord(response, id, change));
        if (session.claims().supports(Operation.LIST)) {
            List<RecordProblem> problems = new ArrayList<>();
            session.deals().list(DealQuery.all()).pages().forEach(page -> problems.addAll(page.problems()));
            assertEquals(List.of(), problems, "when listed");
        }
        return new Changed(session.read(id).orElseThrow(() -> new AssertionError("the deal is gone")));
    }

    private static JsonNode withoutId(ArrayNode rows, int at) {
        return ((ObjectNode) rows.get(at)).remove("id");
    }

    private static void broken(BiConsumer<ArrayNode, Integer> change, ContractSession session) {
        session.needsHttp();
        session.needs(Operation.LIST);
        String id = session.deal();
        String other = session.deal();
        session.wire().change((request, response) -> {
            ResponseJson.listOf(response, Set.of(id)).ifPresent(rows -> {
                for (int i = 0; i < rows.size(); i++) {
                    if (ResponseJson.isRecord(rows.get(i), Set.of(id))) {
                        change.accept(rows, i);
                    }
                }
            });
            return response;
        });
        List<String> delivered = new ArrayList<>();
        List<RecordProblem> problems = new ArrayList<>();
        for (Page<Deal> page : session.deals().list(DealQuery.all()).pages()) {
            page.items().forEach(deal -> delivered.add(deal.id()));
            problems.addAll(page.problems());
        }
        assertTrue(delivered.contains(other), "a deal that is whole is not delivered");
        assertEquals(1, problems.size(), () -> "problems: " + problems);
        assertTrue(!problems.get(0).rawJson().isBlank(), "the problem does not show the record");
    }

    private record Changed(Deal deal) {}
}
