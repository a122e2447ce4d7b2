/** The provider of Stora. */
module dev.dealsdk.stora {
    requires transitive dev.dealsdk;
    requires static java.compiler;
    requires static org.jspecify;
    requires static org.immutables.value.annotations;

    exports dev.dealsdk.stora;

    provides dev.dealsdk.spi.DealsProvider with
            dev.dealsdk.stora.StoraProvider;
}
