/** Spring Boot support for the Deals SDK, for Boot 3.5 and 4. Boot itself loads it from the class path. */
module dev.dealsdk.spring {
    requires dev.dealsdk.json;
    requires spring.beans;
    requires spring.boot;
    requires spring.boot.autoconfigure;
    requires spring.context;
    requires spring.core;
    requires transitive dev.dealsdk;
    requires static com.fasterxml.jackson.databind;
    requires static dev.dealsdk.jackson;
    requires static dev.dealsdk.jackson3;
    requires static dev.dealsdk.micrometer;
    requires static micrometer.core;
    requires static micrometer.observation;
    requires static spring.boot.actuator;
    requires static spring.boot.actuator.autoconfigure;
    requires static spring.boot.health;
    requires static spring.web;
    requires static tools.jackson.core;
    requires static tools.jackson.databind;
    requires static transitive org.jspecify;

    exports dev.dealsdk.spring;

    opens dev.dealsdk.spring;
}
