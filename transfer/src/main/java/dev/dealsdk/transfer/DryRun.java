package dev.dealsdk.transfer;

import dev.dealsdk.Deal;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.DealsException;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.NewDeal;
import dev.dealsdk.UnsupportedByProviderException;
import java.io.IOException;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** What the SDK refuses before it sends anything: creates deals with a client that sends no writes. */
final class DryRun implements AutoCloseable {
    private final OkHttpClient http;
    private final DealsClient client;

    DryRun(DealsConfig target) {
        http = target.httpClient()
                .map(OkHttpClient::newBuilder)
                .orElseGet(OkHttpClient.Builder::new)
                .addInterceptor(DryRun::onlyReads)
                .build();
        client = DealsClient.connect(target.toBuilder()
                .httpClient(http)
                .clearListeners()
                .maxAttempts(1)
                .circuit("off")
                .rateLimit("off")
                .build());
    }

    private static Response onlyReads(Interceptor.Chain chain) throws IOException {
        if (!chain.request().method().equals("GET")) {
            throw new IOException("a plan sends no writes");
        }
        return chain.proceed(chain.request());
    }

    /** Why a create would be refused; empty if nothing is known against it. */
    Optional<String> misfit(NewDeal deal) {
        try {
            Deal unused = client.create(deal);
            return Optional.empty();
        } catch (InvalidRequestException | UnsupportedByProviderException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        } catch (DealsException notSent) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        client.close();
        if (http.connectionPool().connectionCount() > 0) {
            http.connectionPool().evictAll();
        }
    }
}
