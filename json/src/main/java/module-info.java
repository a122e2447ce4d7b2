/** The JSON representation of the neutral types of the Deals SDK. */
module dev.dealsdk.json {
    requires transitive dev.dealsdk;
    requires static transitive org.jspecify;

    exports dev.dealsdk.json;
}
