package dev.dealsdk.benchmarks.peers;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.CustomerCollection;
import com.stripe.net.ApiResource;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerListParams;
import com.stripe.param.CustomerUpdateParams;
import dev.dealsdk.benchmarks.Contender;
import dev.dealsdk.benchmarks.Samples;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code com.stripe:stripe-java}: customers, its records that are most like deals. */
public final class StripePeer implements Contender {
    private static final String ID = "cus_000000010000";

    private final StripeClient stripe;

    public StripePeer(String url) {
        this.stripe = StripeClient.builder().setApiKey("token").setApiBase(url).build();
    }

    @Override
    public List<Customer> list() throws StripeException {
        return stripe.v1()
                .customers()
                .list(CustomerListParams.builder().setLimit(100L).build())
                .getData();
    }

    @Override
    public Customer create() throws StripeException {
        return stripe.v1()
                .customers()
                .create(CustomerCreateParams.builder()
                        .setName(Samples.PERSON)
                        .setEmail(Samples.EMAIL)
                        .setDescription(Samples.NAME)
                        .build());
    }

    @Override
    public Customer move() throws StripeException {
        return stripe.v1()
                .customers()
                .update(
                        ID,
                        CustomerUpdateParams.builder()
                                .setDescription(Samples.NAME)
                                .build());
    }

    /** From text, since it holds every answer as one. */
    @Override
    public List<Customer> decode(byte[] page) {
        return ApiResource.GSON
                .fromJson(new String(page, StandardCharsets.UTF_8), CustomerCollection.class)
                .getData();
    }
}
