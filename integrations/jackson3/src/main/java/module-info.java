/** JSON serialization of the neutral types of the Deals SDK with Jackson 3. */
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
