package dev.dealsdk.internal.client;

import dev.dealsdk.Deal;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.fake.FakeProvider;
import dev.dealsdk.internal.bridge.Bridge;
import dev.dealsdk.internal.http.TransportFactory;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.spi.OAuthProfile;
import dev.dealsdk.spi.ProviderClient;
import dev.dealsdk.spi.VendorError;
import dev.dealsdk.spi.VendorProfile;
import dev.dealsdk.spi.VendorRequest;
import java.util.Map;

/** A vendor over real HTTP, with the least that a provider needs. */
final class HttpVendor implements ProviderClient {
    private final HttpTransport http;

    private HttpVendor(HttpTransport http) {
        this.http = http;
    }

    static DealsClient connect(String baseUrl) {
        return connect(
                DealsConfig.from(Map.of("deals.provider", "fake", "deals.token", "t", "deals.base-url", baseUrl)));
    }

    static DealsClient connect(DealsConfig config) {
        TransportFactory factory = new TransportFactory(config);
        HttpTransport transport = factory.create(VendorProfile.builder()
                .provider("fake")
                .baseUrl("https://api.fake.example")
                .errors(error -> VendorError.builder().documented(true).build())
                .oauth(OAuthProfile.builder()
                        .tokenUrl("https://id.fake.example/token")
                        .build())
                .build());
        return new ConnectedDealsClient(ClientContext.of(
                config,
                new Bridge(config, new FakeProvider(), FakeVendor.capabilities().build()),
                new HttpVendor(transport),
                factory,
                Shadow.NONE));
    }

    @Override
    public Deal create(CallScope call, NewDeal deal) {
        return http.send(
                call, VendorRequest.post("deals").json(json -> json.string("name", deal.name())), HttpVendor::deal);
    }

    @Override
    public Deal get(CallScope call, String dealId) {
        return http.send(call, VendorRequest.get("deals", dealId).about(dealId), HttpVendor::deal);
    }

    /** Looks up an owner first, by a request that is not about the deal. */
    @Override
    public Deal update(CallScope call, String dealId, DealUpdate update) {
        Deal owner = http.send(call, VendorRequest.get("owners", "me"), HttpVendor::deal);
        return http.send(
                call,
                VendorRequest.patch("deals", dealId).about(dealId).json(json -> json.value("owner", owner.id())),
                HttpVendor::deal);
    }

    @Override
    public Deal move(CallScope call, String dealId, Move move) {
        return http.send(call, VendorRequest.post("deals", dealId, "move").about(dealId), HttpVendor::deal);
    }

    @Override
    public void delete(CallScope call, String dealId) {
        http.send(call, VendorRequest.delete("deals", dealId).about(dealId));
    }

    private static Deal deal(JsonReader json) {
        return json.object(fields -> {
            String id = "";
            while (fields.next()) {
                if (fields.name().equals("id")) {
                    id = fields.string().orElse("");
                }
            }
            return FakeVendor.deal(id);
        });
    }
}
