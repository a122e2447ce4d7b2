package dev.dealsdk.testkit;

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
final class RecordCells implements Cell.Group {
    private static final String UNKNOWN = "contract_unknown";

    @Override
    public Stream<Cell> cells(Capabilities claims) {
        return Stream.of(
                new Cell("a record of nothing but nulls is a deal", trial -> onlyId(RecordCells::nulls, trial)),
                new Cell(
                        "a record of nothing but an id is a deal",
                        trial -> onlyId(record -> record.retain("id"), trial)),
                new Cell("what the vendor adds is kept to the digit", RecordCells::unknownMember),
                new Cell("a value of another type is kept", RecordCells::otherType),
                new Cell("a status that nobody knows is told", RecordCells::unknownStatus),
                new Cell("a record without an id costs itself alone", trial -> broken(RecordCells::withoutId, trial)),
                new Cell("a null for a record costs itself alone", trial -> broken(ArrayNode::setNull, trial)),
                new Cell(
                        "a text for a record costs itself alone",
                        trial -> broken((rows, at) -> rows.set(at, "?"), trial)));
    }

    private static void onlyId(Consumer<ObjectNode> change, Trial trial) {
        Changed changed = read(change, trial);
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

    private static void unknownMember(Trial trial) {
        Object value = Map.of(
                "deep", Arrays.asList(new BigDecimal("1.10"), new BigDecimal("9007199254740993"), "\u00fc", null));
        Changed changed = read(record -> record.set(UNKNOWN, Json.tree(Json.text(value))), trial);
        assertEquals(value, changed.deal().extras().get(UNKNOWN), "as kept in the extras");
    }

    private static void otherType(Trial trial) {
        Map<String, Object> odd = Map.of("odd", true);
        AtomicBoolean hasName = new AtomicBoolean();
        Changed changed = read(
                record -> {
                    hasName.set(record.path("name").isTextual());
                    record.set("name", Json.tree(Json.text(odd)));
                },
                trial);
        Assumptions.assumeTrue(
                hasName.get(), () -> trial.claims().provider() + " has no text called name in its records");
        assertTrue(changed.deal().name().isEmpty(), "a name was made out of an object");
        assertEquals(odd, changed.deal().extras().get("name"), "as kept in the extras");
    }

    private static void unknownStatus(Trial trial) {
        AtomicBoolean hasWord = new AtomicBoolean();
        Changed changed = read(
                record -> {
                    if (record.path("status").isTextual()) {
                        hasWord.set(true);
                        record.put("status", "simmering");
                    }
                },
                trial);
        Assumptions.assumeTrue(
                hasWord.get(), () -> trial.claims().provider() + " has no word for the status in its records");
        assertEquals(DealStatus.UNKNOWN, changed.deal().status());
        assertEquals("simmering", changed.deal().extras().get("status"), "as kept in the extras");
    }

    /** Reads a deal whose record arrives changed. */
    private static Changed read(Consumer<ObjectNode> change, Trial trial) {
        trial.needsHttp();
        String id = trial.deal();
        trial.wire().change((request, answer) -> WireJson.changeRecord(answer, id, change));
        if (trial.claims().supports(Operation.LIST)) {
            List<RecordProblem> problems = new ArrayList<>();
            trial.deals().list(DealQuery.all()).pages().forEach(page -> problems.addAll(page.problems()));
            assertEquals(List.of(), problems, "when listed");
        }
        return new Changed(trial.read(id).orElseThrow(() -> new AssertionError("the deal is gone")));
    }

    private static JsonNode withoutId(ArrayNode rows, int at) {
        return ((ObjectNode) rows.get(at)).remove("id");
    }

    private static void broken(BiConsumer<ArrayNode, Integer> change, Trial trial) {
        trial.needsHttp();
        trial.needs(Operation.LIST);
        String id = trial.deal();
        String other = trial.deal();
        trial.wire().change((request, answer) -> {
            WireJson.listOf(answer, Set.of(id)).ifPresent(rows -> {
                for (int i = 0; i < rows.size(); i++) {
                    if (WireJson.isRecord(rows.get(i), Set.of(id))) {
                        change.accept(rows, i);
                    }
                }
            });
            return answer;
        });
        List<String> delivered = new ArrayList<>();
        List<RecordProblem> problems = new ArrayList<>();
        for (Page<Deal> page : trial.deals().list(DealQuery.all()).pages()) {
            page.items().forEach(deal -> delivered.add(deal.id()));
            problems.addAll(page.problems());
        }
        assertTrue(delivered.contains(other), "a deal that is whole is not delivered");
        assertEquals(1, problems.size(), () -> "problems: " + problems);
        assertTrue(!problems.get(0).rawJson().isBlank(), "the problem does not show the record");
    }

    private record Changed(Deal deal) {}
}
