/** Vendor simulators over real HTTP, for tests without an account, and the contract suite for providers. */
module dev.dealsdk.testkit {
    requires java.logging;
    requires mockwebserver3;
    requires okhttp3;
    // For the libraries that are in the jar under other names.
    requires org.slf4j;
    requires transitive dev.dealsdk;
    // These libraries: to compile against, and absent when the jar is used.
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
