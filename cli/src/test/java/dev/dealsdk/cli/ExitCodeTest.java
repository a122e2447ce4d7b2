package dev.dealsdk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.dealsdk.AuthenticationException;
import dev.dealsdk.ConfigurationException;
import dev.dealsdk.ConflictException;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealsException;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.MalformedResponseException;
import dev.dealsdk.Outcome;
import dev.dealsdk.PermissionException;
import dev.dealsdk.RateLimitedException;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.VendorCall;
import dev.dealsdk.VendorUnavailableException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every exception with every outcome. */
class ExitCodeTest {
    @ParameterizedTest
    @MethodSource("failures")
    void of_everyExceptionAndOutcome_isTheDocumentedCode(DealsException failure, int expected) {
        assertThat(ExitCode.of(failure)).isEqualTo(expected);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                        failing(2, call -> new ConfigurationException(List.of("wrong"), call, null)),
                        failing(3, call -> new AuthenticationException("who?", call, null)),
                        failing(3, call -> new PermissionException("not you", call, null)),
                        failing(4, call -> new DealNotFoundException("no", call, null)),
                        failing(5, call -> new InvalidRequestException("no", List.of(), call, null)),
                        failing(5, call -> new ConflictException("no", call, null)),
                        failing(6, call -> new RateLimitedException("later", null, null, call)),
                        failing(7, call -> new VendorUnavailableException("down", call, null)),
                        failing(7, call -> new MalformedResponseException("<html>", call, null)),
                        failing(8, call -> new UnsupportedByProviderException("no", call)))
                .flatMap(Function.identity());
    }

    /** What is known of the write comes first: it decides whether a script may repeat it. */
    private static Stream<Arguments> failing(int code, Function<VendorCall, DealsException> exception) {
        return Stream.of(Outcome.values()).map(outcome -> {
            boolean look = outcome == Outcome.UNKNOWN || outcome == Outcome.APPLIED;
            VendorCall call = VendorCall.builder().outcome(outcome).build();
            return arguments(exception.apply(call), look ? 9 : code);
        });
    }
}
