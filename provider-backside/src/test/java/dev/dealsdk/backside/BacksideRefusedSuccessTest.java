package dev.dealsdk.backside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.DealQuery;
import dev.dealsdk.DealsClient;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.Outcome;
import dev.dealsdk.StageRef;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Responses whose status says success and whose JSON says that the request failed. */
final class BacksideRefusedSuccessTest {
    @StartStop
    private final MockWebServer server = new MockWebServer();

    private DealsClient connected() {
        return BacksideServer.connect(
                server, Map.of("deals.allow-unverified", "true", "deals.won-stage", BacksideServer.WON));
    }

    static Stream<Arguments> calls() {
        return Stream.of(
                call("get", deals -> deals.get(BacksideServer.DEAL)),
                call("move", deals -> deals.move(BacksideServer.DEAL, StageRef.id(BacksideServer.DEAL))),
                call("win", deals -> deals.win(BacksideServer.DEAL)),
                call("list", deals -> deals.list(DealQuery.all()).iterator().next()),
                call("contacts", deals -> deals.unwrap(BacksideApi.class).listDealContacts(BacksideServer.DEAL)),
                call(
                        "addContact",
                        deals -> deals.unwrap(BacksideApi.class)
                                .addDealContact(
                                        BacksideServer.DEAL, BacksideDealContactCreate.of(BacksideServer.DEAL))));
    }

    private static Arguments call(String name, Consumer<DealsClient> call) {
        return Arguments.of(name, call);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void anyCall_errorWithoutThePayload_isARefusal(String name, Consumer<DealsClient> call) {
        server.enqueue(BacksideServer.json(200, "{\"error\":{\"code\":\"NOPE\",\"message\":\"Not today\"}}"));

        InvalidRequestException refusal =
                catchThrowableOfType(InvalidRequestException.class, () -> call.accept(connected()));

        assertThat(refusal).as(name).hasMessageContaining("Not today");
        assertThat(refusal.vendorCode()).contains("NOPE");
        assertThat(refusal.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(refusal.attempts()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void anyCall_successFalse_isARefusal(String name, Consumer<DealsClient> call) {
        server.enqueue(BacksideServer.json(200, "{\"success\":false,\"message\":\"Not today\"}"));

        InvalidRequestException refusal =
                catchThrowableOfType(InvalidRequestException.class, () -> call.accept(connected()));

        assertThat(refusal).as(name).hasMessageContaining("Not today");
        assertThat(refusal.outcome()).isEqualTo(Outcome.REJECTED);
    }
}
