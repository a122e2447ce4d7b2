package dev.dealsdk.fake;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Operation;
import dev.dealsdk.OperationCapability;
import dev.dealsdk.Support;
import dev.dealsdk.spi.DealsProvider;
import dev.dealsdk.spi.ProviderClient;
import dev.dealsdk.spi.ProviderContext;

/** A provider as a stranger would write one: with the public types alone. */
public final class FakeProvider implements DealsProvider {

    @Override
    public String id() {
        return "fake";
    }

    @Override
    public Capabilities capabilities(DealsConfig config) {
        return Capabilities.builder()
                .provider(id())
                .source("its pages")
                .allowUnverified(config.allowUnverified())
                .putOperations(
                        Operation.GET,
                        of(Support.DOCUMENTED, "one endpoint does it").build())
                .putOperations(
                        Operation.DELETE,
                        of(Support.UNVERIFIED, "its page is empty").build())
                .putOperations(
                        Operation.WIN,
                        of(Support.NONE, "Fake wins nothing")
                                .instead("move the deal")
                                .build())
                .build();
    }

    private static OperationCapability.Builder of(Support support, String explanation) {
        return OperationCapability.builder().support(support).explanation(explanation);
    }

    @Override
    public ProviderClient connect(ProviderContext context) {
        return new FakeClient();
    }

    private static final class FakeClient implements ProviderClient {}
}
