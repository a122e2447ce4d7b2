/** Moves the deals of one account to another: plan, run, verify and roll back. */
module dev.dealsdk.transfer {
    requires transitive dev.dealsdk;
    requires com.h2database.mvstore;
    requires org.slf4j;
    requires static org.jspecify;

    exports dev.dealsdk.transfer;

    uses dev.dealsdk.spi.DealsProvider;
}
