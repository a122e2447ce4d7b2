package dev.dealsdk.benchmarks.peers;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.force.api.ApiConfig;
import com.force.api.ApiSession;
import com.force.api.ApiVersion;
import com.force.api.ForceApi;
import dev.dealsdk.benchmarks.Contender;
import dev.dealsdk.benchmarks.Samples;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code com.frejo:force-rest-api}: Salesforce opportunities in a class of the caller's. */
public final class ForcePeer implements Contender {
    private static final String TYPE = "Opportunity";
    private static final String ID = "0065g000000010000";

    private final ApiConfig config = new ApiConfig().setApiVersion(ApiVersion.V55);
    private final ForceApi force;

    public ForcePeer(String url) {
        this.force = new ForceApi(config, new ApiSession("token", url));
    }

    @Override
    public List<Opportunity> list() {
        return force.query("SELECT FIELDS(STANDARD) FROM Opportunity LIMIT 100", Opportunity.class)
                .getRecords();
    }

    @Override
    public String create() {
        return force.createSObject(
                TYPE,
                Map.of(
                        "Name",
                        Samples.NAME,
                        "Amount",
                        new BigDecimal(Samples.AMOUNT),
                        "StageName",
                        "Negotiation/Review",
                        "CloseDate",
                        "2026-05-01"));
    }

    @Override
    public Object move() {
        force.updateSObject(TYPE, ID, Map.of("StageName", "Negotiation/Review"));
        return ID;
    }

    /** As its query does it: by way of a tree. */
    @Override
    public List<Opportunity> decode(byte[] page) throws IOException {
        JsonNode tree = config.getObjectMapper().readTree(page);
        List<Opportunity> records = new ArrayList<>();
        for (JsonNode record : tree.get("records")) {
            records.add(config.getObjectMapper().convertValue(record, new TypeReference<Opportunity>() {}));
        }
        return records;
    }
}
