package dev.dealsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.testkit.internal.http.PathGlob;
import dev.dealsdk.testkit.internal.http.PathTemplate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PathTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "/v1/deals/*/move, /v1/deals/7/move, true",
        "/v1/deals/*/move, /v1/deals/7/8/move, false",
        "/v1/deals/*/move, /v1/deals/7/move/9, false",
        "/v1/**, /v1/deals/7/move, true",
        "/v1/de*, /v1/deals, true",
        "/v1.deals, /v1/deals, false",
        "**, /, true"
    })
    void glob_path_matchesBySegment(String glob, String path, boolean expected) {
        assertThat(new PathGlob(glob).matches(path)).isEqualTo(expected);
    }

    @Test
    void template_encodedSlash_staysInOnePlace() {
        assertThat(new PathTemplate("/v1/deals/{id}").match("/v1/deals/a%2Fb+c"))
                .contains(Map.of("id", "a/b+c"));
    }

    @Test
    void template_emptyPlace_doesNotMatch() {
        assertThat(new PathTemplate("/v1/deals/{id}").match("/v1/deals/")).isEmpty();
    }

    @Test
    void routes_literalAndPlaceMatch_literalIsCalled() {
        Routes routes = new Routes()
                .add("GET", "/deals/{id}", (request, places) -> SimulatorResponse.empty(404))
                .add("GET", "/deals/stages", (request, places) -> SimulatorResponse.empty(200));
        SimulatorRequest request = new SimulatorRequest("GET", "/deals/stages", Map.of(), Map.of(), "");

        assertThat(routes.find(request).orElseThrow().get().status()).isEqualTo(200);
    }
}
