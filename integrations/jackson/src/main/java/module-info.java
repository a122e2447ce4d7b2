/** JSON serialization of the neutral types of the Deals SDK with Jackson 2. */
module dev.dealsdk.jackson {
    requires transitive com.fasterxml.jackson.databind;
    requires dev.dealsdk.json;
    requires transitive dev.dealsdk;
    requires static org.jspecify;

    exports dev.dealsdk.jackson;

    provides com.fasterxml.jackson.databind.Module with
            dev.dealsdk.jackson.DealsModule;
}
