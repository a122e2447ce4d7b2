/** The provider of Stardex. */
module dev.dealsdk.stardex {
    requires transitive dev.dealsdk;
    requires static java.compiler;
    requires static org.jspecify;
    requires static org.immutables.value.annotations;

    exports dev.dealsdk.stardex;

    provides dev.dealsdk.spi.DealsProvider with
            dev.dealsdk.stardex.StardexProvider;
}
