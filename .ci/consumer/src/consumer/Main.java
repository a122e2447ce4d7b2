package consumer;

import com.sun.net.httpserver.HttpServer;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealValue;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.play2sell.Play2SellApi;
import dev.dealsdk.play2sell.Play2SellDealQuery;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Uses every kind of type a user meets: values and their builders, the client, a vendor's own API, exceptions. */
public final class Main {
    private static final String DEAL = "{\"id\":\"880e8400-e29b-41d4-a716-446655440001\",\"name\":\"StartupXYZ\","
            + "\"value\":12000.10,\"status\":\"open\",\"custom_fields\":{\"score\":9007199254740993}}";

    private Main() {}

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/deals", exchange -> {
            boolean list = exchange.getRequestMethod().equals("GET");
            String answer = list
                    ? "{\"data\":[" + DEAL + "],\"meta\":{\"total\":1,\"page\":1,\"total_pages\":1}}"
                    : "{\"data\":" + DEAL + "}";
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(list ? 200 : 201, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            use("http://localhost:" + server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }

    private static void use(String url) {
        DealsConfig config = DealsConfig.from(
                Map.of("deals.provider", "play2sell", "deals.token", "a-token", "deals.base-url", url));
        try (DealsClient deals = DealsClient.connect(config)) {
            Deal made = deals.create(NewDeal.builder()
                    .name("StartupXYZ")
                    .value(DealValue.of("12000.10"))
                    .putCustomFields("score", 1)
                    .build());
            require(made.value().orElseThrow().equals(DealValue.of("12000.1")), "value");
            for (Deal deal : deals.list(DealQuery.open())) {
                require(String.valueOf(deal.customFields().get("score")).equals("9007199254740993"), "exact number");
            }
            require(DealUpdate.builder().clear(DealField.TAGS).build().cleared().size() == 1, "cleared");
            Play2SellApi api = deals.unwrap(Play2SellApi.class);
            require(api.listDeals(Play2SellDealQuery.builder().build()).data().size() == 1, "own API");
            require(!deals.capabilities().supports(Operation.REOPEN), "capabilities");
            try {
                deals.reopen(made.id());
                throw new IllegalStateException("reopen went through");
            } catch (UnsupportedByProviderException expected) {
                String kind = Main.class.getModule().isNamed() ? "as a module" : "on the class path";
                System.out.println(kind + ": " + expected.getMessage());
            }
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what);
        }
    }
}
