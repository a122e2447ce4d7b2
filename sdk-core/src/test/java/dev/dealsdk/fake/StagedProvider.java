package dev.dealsdk.fake;

import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import dev.dealsdk.OperationCapability;
import dev.dealsdk.Outcome;
import dev.dealsdk.Stage;
import dev.dealsdk.StageKind;
import dev.dealsdk.Support;
import dev.dealsdk.VendorUnavailableException;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.DealsProvider;
import dev.dealsdk.spi.ProviderClient;
import dev.dealsdk.spi.ProviderContext;
import java.util.List;
import java.util.stream.Stream;

/** A vendor with three stages, whose deals say the id of theirs alone; down when its token is {@code down}. */
public final class StagedProvider implements DealsProvider {

    @Override
    public String id() {
        return "staged";
    }

    @Override
    public Capabilities capabilities(DealsConfig config) {
        Capabilities.Builder capabilities =
                Capabilities.builder().provider(id()).source("its pages");
        Stream.of(Operation.GET, Operation.LIST_STAGES)
                .forEach(operation -> capabilities.putOperations(
                        operation,
                        OperationCapability.builder()
                                .support(Support.DOCUMENTED)
                                .explanation("one endpoint does it")
                                .build()));
        return capabilities.build();
    }

    @Override
    public ProviderClient connect(ProviderContext context) {
        return new Client(context.config().token().orElse(""));
    }

    private record Client(String token) implements ProviderClient {
        @Override
        public Deal get(CallScope call, String dealId) {
            return Deal.builder()
                    .id(dealId)
                    .provider("staged")
                    .status(DealStatus.OPEN)
                    .stageId("s2")
                    .build();
        }

        @Override
        public List<Stage> stages(CallScope call) {
            if (token.equals("down")) {
                throw new VendorUnavailableException(
                        "no answer", call.call().outcome(Outcome.REJECTED).build(), null);
            }
            return List.of(stage("s1", "Lead"), stage("s2", "Negotiation"), stage("s3", "Won"));
        }

        private static Stage stage(String id, String name) {
            return Stage.builder().id(id).name(name).kind(StageKind.UNKNOWN).build();
        }
    }
}
