/** Simulators of the vendors over real HTTP, for tests that need no account. */
module dev.dealsdk.testkit {
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires com.networknt.schema;
    requires java.logging;
    requires mockwebserver3;
    requires okhttp3;
    requires static transitive org.jspecify;

    exports dev.dealsdk.testkit;
}
