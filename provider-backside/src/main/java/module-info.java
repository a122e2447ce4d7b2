/** The provider of Backside. */
module dev.dealsdk.backside {
    requires transitive dev.dealsdk;
    requires static java.compiler;
    requires static org.jspecify;
    requires static org.immutables.value.annotations;

    exports dev.dealsdk.backside;

    provides dev.dealsdk.spi.DealsProvider with
            dev.dealsdk.backside.BacksideProvider;
}
