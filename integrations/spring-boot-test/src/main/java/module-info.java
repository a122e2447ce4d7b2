/** Runs tests of Spring Boot applications against a vendor simulator. Spring loads it from the class path. */
module dev.dealsdk.spring.test {
    requires spring.beans;
    requires spring.context;
    requires spring.core;
    requires spring.test;
    requires transitive dev.dealsdk.testkit;
    requires static transitive org.jspecify;

    exports dev.dealsdk.spring.test;

    opens dev.dealsdk.spring.test;
}
