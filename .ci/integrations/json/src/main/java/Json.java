import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealsdk.Deal;
import dev.dealsdk.DealStatus;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.Outcome;
import dev.dealsdk.RateLimitedException;
import dev.dealsdk.VendorCall;
import dev.dealsdk.jackson.DealsModule;
import java.time.Duration;
import java.time.Instant;

/** Prints what the page shows: a fault with its path, and an exception as problem details. */
public final class Json {
    private Json() {}

    public static void main(String[] args) throws Exception {
        Deal deal = Deal.builder()
                .id("1")
                .provider("acme")
                .status(DealStatus.OPEN)
                .build();
        String body = "{\"name\":\"One\"}";
        // page: json/mapper.java
        if (!mapper.readValue(json, Deal.class).equals(deal) || !request.name().equals(java.util.Optional.of("One"))) {
            throw new IllegalStateException(json + request);
        }
        try {
            mapper.readValue("{\"deal\":{\"value\":{\"amount\":\"12\"}}}", Order.class);
        } catch (MismatchedInputException fault) {
            System.out.println(fault.getMessage());
        }
        VendorCall call = VendorCall.builder()
                .provider("acme")
                .operation(Operation.CREATE)
                .httpStatus(429)
                .requestId("req_7")
                .attempts(4)
                .outcome(Outcome.REJECTED)
                .build();
        System.out.println(mapper.writeValueAsString(new RateLimitedException(
                "the quota is spent", Duration.ofSeconds(12), Instant.parse("2026-05-01T09:30:12Z"), call)));
    }
}

record Order(NewDeal deal) {}
