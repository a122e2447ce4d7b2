/** The provider of Play2Sell SalesOS. */
module dev.dealsdk.play2sell {
    requires transitive dev.dealsdk;
    requires static java.compiler;
    requires static org.jspecify;
    requires static org.immutables.value.annotations;

    exports dev.dealsdk.play2sell;

    provides dev.dealsdk.spi.DealsProvider with
            dev.dealsdk.play2sell.Play2SellProvider;
}
