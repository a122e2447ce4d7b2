package dev.dealsdk.benchmarks.peers;

import com.squareup.square.SquareClient;
import com.squareup.square.core.ObjectMappers;
import com.squareup.square.types.CreateCustomerRequest;
import com.squareup.square.types.Customer;
import com.squareup.square.types.ListCustomersRequest;
import com.squareup.square.types.ListCustomersResponse;
import com.squareup.square.types.UpdateCustomerRequest;
import dev.dealsdk.benchmarks.Contender;
import dev.dealsdk.benchmarks.Samples;
import java.io.IOException;
import java.util.List;

/** {@code com.squareup:square}: customers, its records that are most like deals. */
public final class SquarePeer implements Contender {
    private static final String ID = "JDKYHBWT1D4F8MFH63000000010000";

    private final SquareClient square;

    public SquarePeer(String url) {
        this.square = SquareClient.builder().token("token").url(url).build();
    }

    @Override
    public List<Customer> list() {
        return square.customers()
                .list(ListCustomersRequest.builder().limit(100).build())
                .getItems();
    }

    @Override
    public Object create() {
        return square.customers()
                .create(CreateCustomerRequest.builder()
                        .givenName(Samples.PERSON)
                        .companyName(Samples.COMPANY)
                        .emailAddress(Samples.EMAIL)
                        .note(Samples.NAME)
                        .build());
    }

    @Override
    public Object move() {
        return square.customers()
                .update(UpdateCustomerRequest.builder()
                        .customerId(ID)
                        .note(Samples.NAME)
                        .build());
    }

    @Override
    public List<Customer> decode(byte[] page) throws IOException {
        return ObjectMappers.JSON_MAPPER
                .readValue(page, ListCustomersResponse.class)
                .getCustomers()
                .orElseThrow();
    }
}
