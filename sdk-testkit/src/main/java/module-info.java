/** Simulators of the vendors over real HTTP, for tests that need no account, and the suite that every provider passes. */
module dev.dealsdk.testkit {
    requires java.logging;
    requires mockwebserver3;
    requires okhttp3;
    requires transitive dev.dealsdk;
    // In the jar under other names, so nobody has to have them when it runs.
    requires static com.fasterxml.jackson.core;
    requires static com.fasterxml.jackson.databind;
    requires static com.fasterxml.jackson.dataformat.yaml;
    requires static com.networknt.schema;
    requires static transitive org.jspecify;
    // For the JUnit extension and the contract suite alone.
    requires static transitive org.junit.jupiter.api;

    exports dev.dealsdk.testkit;
    exports dev.dealsdk.testkit.contract;
    exports dev.dealsdk.testkit.junit;

    uses dev.dealsdk.spi.DealsProvider;
}
