/** The report on what a switch to another vendor would do, and the record of what a program uses. */
module dev.dealsdk.portability {
    requires transitive dev.dealsdk;
    requires org.slf4j;
    requires static org.jspecify;

    exports dev.dealsdk.portability;

    uses dev.dealsdk.spi.DealsProvider;

    provides dev.dealsdk.spi.UsageRecorder with
            dev.dealsdk.portability.UsageFileRecorder;
}
