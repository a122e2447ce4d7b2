package dev.dealsdk.stora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
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
final class StoraRefusedSuccessTest extends WireTest {
    static Stream<Arguments> calls() {
        return Stream.of(
                call("create", deals -> deals.create(NewDeal.builder().name("n").build())),
                call("get", deals -> deals.get(DEAL)),
                call(
                        "update",
                        deals -> deals.update(
                                DEAL, DealUpdate.builder().name("n").build())),
                call("move", deals -> deals.move(DEAL, StageRef.id("dstg_1"))),
                call("win", deals -> deals.win(DEAL)),
                call("lose", deals -> deals.lose(DEAL, "price_concerns")),
                call("reopen", deals -> deals.reopen(DEAL)),
                call("list", deals -> deals.list(DealQuery.all()).iterator().next()),
                call("stages", DealsClient::stages));
    }

    private static Arguments call(String name, Consumer<DealsClient> call) {
        return Arguments.of(name, call);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void anyCall_errorWithoutThePayload_isARefusal(String name, Consumer<DealsClient> call) {
        connect(DealsConfig.builder().allowUnverified(true));
        answer(200, "{\"error\":{\"code\":\"NOPE\",\"message\":\"Not today\"}}");

        InvalidRequestException refusal = catchThrowableOfType(InvalidRequestException.class, () -> call.accept(deals));

        assertThat(refusal).as(name).hasMessageContaining("Not today");
        assertThat(refusal.vendorCode()).contains("NOPE");
        assertThat(refusal.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(refusal.attempts()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void anyCall_successFalse_isARefusal(String name, Consumer<DealsClient> call) {
        connect(DealsConfig.builder().allowUnverified(true));
        answer(200, "{\"success\":false,\"message\":\"Not today\"}");

        InvalidRequestException refusal = catchThrowableOfType(InvalidRequestException.class, () -> call.accept(deals));

        assertThat(refusal).as(name).hasMessageContaining("Not today");
        assertThat(refusal.outcome()).isEqualTo(Outcome.REJECTED);
    }
}
