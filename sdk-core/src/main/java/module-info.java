/** The neutral API of the Deals SDK, its configuration, its HTTP transport, and the service provider interface. */
// The modules that a package is opened to are not there when this one is compiled.
@SuppressWarnings("module")
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

    // Jackson alone is to reach the getter that refuses it, and to tell what it says.
    opens dev.dealsdk to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;

    uses dev.dealsdk.spi.DealIdTranslator;
    uses dev.dealsdk.spi.DealsProvider;
    uses dev.dealsdk.spi.QuotaStore;
    uses dev.dealsdk.spi.ShadowReader;
    uses dev.dealsdk.spi.UsageRecorder;
}
