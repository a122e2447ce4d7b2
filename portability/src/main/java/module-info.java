/** Reports what would change for a program that moves to another vendor, and records which features a program uses. */
module dev.dealsdk.portability {
    requires transitive dev.dealsdk;
    requires org.slf4j;
    requires static org.jspecify;

    exports dev.dealsdk.portability;

    uses dev.dealsdk.spi.DealsProvider;

    provides dev.dealsdk.spi.UsageRecorder with
            dev.dealsdk.portability.UsageFileRecorder;
}
