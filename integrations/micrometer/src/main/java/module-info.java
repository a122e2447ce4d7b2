/** Micrometer metrics and observations of the calls of the Deals SDK. */
module dev.dealsdk.micrometer {
    requires transitive dev.dealsdk;
    requires transitive micrometer.core;
    requires transitive micrometer.observation;
    requires static org.jspecify;

    exports dev.dealsdk.micrometer;
}
