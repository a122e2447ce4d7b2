package dev.dealsdk.benchmarks.peers;

import com.apideck.unify.Apideck;
import com.apideck.unify.models.components.Currency;
import com.apideck.unify.models.components.GetOpportunitiesResponse;
import com.apideck.unify.models.components.Opportunity;
import com.apideck.unify.models.components.OpportunityInput;
import com.apideck.unify.models.operations.CrmOpportunitiesAddRequest;
import com.apideck.unify.models.operations.CrmOpportunitiesAllRequest;
import com.apideck.unify.models.operations.CrmOpportunitiesUpdateRequest;
import com.apideck.unify.utils.JSON;
import dev.dealsdk.benchmarks.Contender;
import dev.dealsdk.benchmarks.Samples;
import java.io.IOException;
import java.util.List;

/** {@code com.apideck:unify}: opportunities of any CRM through a hosted service. */
public final class ApideckPeer implements Contender {
    private final Apideck apideck;

    public ApideckPeer(String url) {
        this.apideck = Apideck.builder()
                .serverURL(url)
                .apiKey("token")
                .appId("app")
                .consumerId("consumer")
                .build();
    }

    @Override
    public List<Opportunity> list() {
        CrmOpportunitiesAllRequest request =
                CrmOpportunitiesAllRequest.builder().limit(100).build();
        return apideck.crm()
                .opportunities()
                .list(request)
                .getOpportunitiesResponse()
                .orElseThrow()
                .data();
    }

    @Override
    public Object create() {
        OpportunityInput opportunity = OpportunityInput.builder()
                .title(Samples.NAME)
                .monetaryAmount(Double.parseDouble(Samples.AMOUNT))
                .currency(Currency.USD)
                .pipelineStageId(Samples.PLAY2SELL_STAGE)
                .companyName(Samples.COMPANY)
                .build();
        return apideck.crm()
                .opportunities()
                .create(new CrmOpportunitiesAddRequest(opportunity))
                .createOpportunityResponse()
                .orElseThrow();
    }

    @Override
    public Object move() {
        OpportunityInput opportunity = OpportunityInput.builder()
                .title(Samples.NAME)
                .pipelineStageId(Samples.PLAY2SELL_STAGE)
                .build();
        return apideck.crm()
                .opportunities()
                .update(new CrmOpportunitiesUpdateRequest(Samples.PLAY2SELL_ID, opportunity))
                .updateOpportunityResponse()
                .orElseThrow();
    }

    @Override
    public List<Opportunity> decode(byte[] page) throws IOException {
        return JSON.getMapper().readValue(page, GetOpportunitiesResponse.class).data();
    }
}
