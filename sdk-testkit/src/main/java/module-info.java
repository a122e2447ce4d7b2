/** Simulators of the vendors over real HTTP, for tests that need no account, and the suite that every provider passes. */
module dev.dealsdk.testkit {
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires com.networknt.schema;
    requires java.logging;
    requires mockwebserver3;
    requires okhttp3;
    requires transitive dev.dealsdk;
    requires static transitive org.jspecify;
    // For the contract suite alone.
    requires static transitive org.junit.jupiter.api;

    exports dev.dealsdk.testkit;
    exports dev.dealsdk.testkit.contract;

    uses dev.dealsdk.spi.DealsProvider;
}
