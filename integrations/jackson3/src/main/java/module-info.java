/** The neutral types of the Deals SDK as JSON by Jackson 3. */
// The digit is Jackson's own.
@SuppressWarnings("module")
module dev.dealsdk.jackson3 {
    requires transitive tools.jackson.databind;
    requires dev.dealsdk.json;
    requires transitive dev.dealsdk;
    requires static org.jspecify;

    exports dev.dealsdk.jackson3;

    provides tools.jackson.databind.JacksonModule with
            dev.dealsdk.jackson3.DealsModule;
}
