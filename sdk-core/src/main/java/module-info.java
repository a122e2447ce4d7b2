/** The neutral API of the Deals SDK, its configuration, its HTTP transport, and the interface for providers. */
module dev.dealsdk {
    requires transitive okhttp3;
    requires com.fasterxml.jackson.core;
    requires org.slf4j;
    requires static java.compiler;
    requires static transitive org.jspecify;
    requires static org.immutables.value.annotations;

    exports dev.dealsdk;
    exports dev.dealsdk.event;
    exports dev.dealsdk.spi;

    uses dev.dealsdk.spi.DealsProvider;
    uses dev.dealsdk.spi.QuotaStore;
    uses dev.dealsdk.spi.UsageRecorder;
}
