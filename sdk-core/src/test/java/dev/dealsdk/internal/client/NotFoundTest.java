package dev.dealsdk.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsException;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.internal.http.PromptServer;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.junit5.StartStop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A 404 speaks of the deal only where the request is about the deal. */
final class NotFoundTest {
    private static final DealUpdate UPDATE = DealUpdate.builder().name("x").build();

    @StartStop
    private final MockWebServer server = PromptServer.create();

    private final Responses responses = new Responses();
    private DealsClient deals;

    @BeforeEach
    void connect() {
        server.setDispatcher(responses);
        deals = HttpVendor.connect(server.url("/").toString());
    }

    @AfterEach
    void close() {
        deals.close();
    }

    @Test
    void update_dealNotThere_isDealNotFound() {
        notFoundBelow("/deals/");

        DealsException thrown = catchThrowableOfType(DealsException.class, () -> deals.update("d1", UPDATE));

        assertThat(thrown).isInstanceOf(DealNotFoundException.class);
        assertThat(thrown.dealId()).contains("d1");
    }

    @Test
    void update_itsLookupFindsNothing_isNotDealNotFound() {
        notFoundBelow("/owners/");

        DealsException thrown = catchThrowableOfType(DealsException.class, () -> deals.update("d1", UPDATE));

        assertThat(thrown)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("this URL does not exist; check deals.base-url");
        assertThat(thrown.dealId()).as("the deal of the call").contains("d1");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    private void notFoundBelow(String path) {
        responses.then(request -> Objects.requireNonNull(request.getTarget()).startsWith(path)
                ? new MockResponse.Builder().code(404).build()
                : Responses.ok("d1"));
    }
}
