/** Transfers deals between accounts: plan, run, verify, roll back; translates old ids, and compares accounts by shadow reads. */
module dev.dealsdk.transfer {
    requires transitive dev.dealsdk;
    requires com.h2database.mvstore;
    requires org.slf4j;
    requires static org.jspecify;

    exports dev.dealsdk.transfer;

    uses dev.dealsdk.spi.DealsProvider;

    provides dev.dealsdk.spi.DealIdTranslator with
            dev.dealsdk.transfer.CrosswalkIds;
    provides dev.dealsdk.spi.ShadowReader with
            dev.dealsdk.transfer.ShadowComparison;
}
