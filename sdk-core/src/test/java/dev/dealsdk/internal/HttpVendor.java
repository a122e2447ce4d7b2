package dev.dealsdk.internal;

import dev.dealsdk.Deal;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.internal.http.TransportFactory;
import dev.dealsdk.spi.Call;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.HttpTransport;
import dev.dealsdk.spi.JsonReader;
import dev.dealsdk.spi.OAuthProfile;
import dev.dealsdk.spi.ProviderClient;
import dev.dealsdk.spi.VendorError;
import dev.dealsdk.spi.VendorProfile;
import dev.dealsdk.spi.VendorRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
                .errors(error -> VendorError.builder().build())
                .oauth(OAuthProfile.builder()
                        .tokenUrl("https://id.fake.example/token")
                        .build())
                .build());
        return new ConnectedDealsClient(
                new Connection(config, FakeVendor.capabilities().build(), new HttpVendor(transport), factory));
    }

    @Override
    public ProviderClient during(CallScope scope) {
        return new HttpVendor(http.during(scope));
    }

    @Override
    public Call<Deal> create(NewDeal deal) {
        return http.send(VendorRequest.post("deals").json(json -> json.string("name", deal.name())), HttpVendor::deal);
    }

    @Override
    public Call<Deal> get(String dealId) {
        return http.send(VendorRequest.get("deals", dealId), HttpVendor::deal);
    }

    @Override
    public Call<Deal> move(String dealId, Move move) {
        return http.send(VendorRequest.post("deals", dealId, "move"), HttpVendor::deal);
    }

    @Override
    public Call<@Nullable Void> delete(String dealId) {
        return http.send(VendorRequest.delete("deals", dealId));
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
