package dev.dealsdk.fake;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import dev.dealsdk.OperationCapability;
import dev.dealsdk.Support;
import dev.dealsdk.spi.DealsProvider;
import dev.dealsdk.spi.ProviderClient;
import dev.dealsdk.spi.ProviderContext;
import java.util.Optional;

/** A vendor with a host and a version path, that lists no stages, closes deals by moving them, and reopens by a call. */
public final class HostedProvider implements DealsProvider {

    @Override
    public String id() {
        return "hosted";
    }

    @Override
    public Optional<String> baseUrl() {
        return Optional.of("https://api.hosted.example");
    }

    @Override
    public String versionPath() {
        return "api/v1";
    }

    @Override
    public boolean isStageId(String text) {
        return text.startsWith("id-");
    }

    @Override
    public Capabilities capabilities(DealsConfig config) {
        Capabilities.Builder capabilities =
                Capabilities.builder().provider(id()).source("its pages");
        config.wonStage()
                .ifPresent(stage -> capabilities.putOperations(Operation.WIN, of(Support.DERIVED, "a move wins")));
        config.lostStage()
                .ifPresent(stage -> capabilities.putOperations(Operation.LOSE, of(Support.DERIVED, "a move loses")));
        return capabilities
                .putOperations(Operation.REOPEN, of(Support.DOCUMENTED, "one endpoint reopens"))
                .putOperations(Operation.LIST_STAGES, of(Support.NONE, "nothing lists stages"))
                .build();
    }

    private static OperationCapability of(Support support, String explanation) {
        return OperationCapability.builder()
                .support(support)
                .explanation(explanation)
                .build();
    }

    @Override
    public ProviderClient connect(ProviderContext context) {
        return new Client();
    }

    private static final class Client implements ProviderClient {}
}
