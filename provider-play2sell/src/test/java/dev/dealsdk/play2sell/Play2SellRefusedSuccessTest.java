package dev.dealsdk.play2sell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Outcome;
import dev.dealsdk.StageRef;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Responses whose status says success and whose JSON says that the request failed. */
final class Play2SellRefusedSuccessTest extends OnMockServer {
    static Stream<Arguments> calls() {
        return Stream.of(
                call(
                        "create",
                        deals -> deals.create(NewDeal.builder()
                                .name("n")
                                .value(DealValue.of("1"))
                                .build())),
                call("get", deals -> deals.get(ID)),
                call(
                        "update",
                        deals -> deals.update(ID, DealUpdate.builder().name("n").build())),
                call("delete", deals -> deals.delete(ID)),
                call("move", deals -> deals.move(ID, StageRef.id(ID))),
                call("win", deals -> deals.win(ID)),
                call("lose", deals -> deals.lose(ID, "price")),
                call("list", deals -> deals.list(DealQuery.all()).iterator().next()),
                call("stages", DealsClient::stages));
    }

    private static Arguments call(String name, Consumer<DealsClient> call) {
        return Arguments.of(name, call);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void anyCall_errorWithoutThePayload_isARefusal(String name, Consumer<DealsClient> call) {
        server.enqueue(Fixtures.json(200, "{\"error\":{\"code\":\"NOPE\",\"message\":\"Not today\"}}"));

        InvalidRequestException refusal =
                catchThrowableOfType(InvalidRequestException.class, () -> call.accept(connect()));

        assertThat(refusal).as(name).hasMessageContaining("Not today");
        assertThat(refusal.vendorCode()).contains("NOPE");
        assertThat(refusal.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(refusal.attempts()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void anyCall_successFalse_isARefusal(String name, Consumer<DealsClient> call) {
        server.enqueue(Fixtures.json(200, "{\"success\":false,\"message\":\"Not today\"}"));

        InvalidRequestException refusal =
                catchThrowableOfType(InvalidRequestException.class, () -> call.accept(connect()));

        assertThat(refusal).as(name).hasMessageContaining("Not today");
        assertThat(refusal.outcome()).isEqualTo(Outcome.REJECTED);
    }
}
