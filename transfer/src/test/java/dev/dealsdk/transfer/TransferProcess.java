package dev.dealsdk.transfer;

import dev.dealsdk.DealsConfig;
import dev.dealsdk.DealsException;
import java.nio.file.Path;
import java.time.Duration;

/** A transfer in a process of its own, to be killed: source file, target file, mapping, store. */
final class TransferProcess {
    private TransferProcess() {}

    public static void main(String[] args) {
        try {
            RunReport report = transfer(Path.of(args[0])).run();
            System.out.println(report.render());
            System.exit(report.isComplete() ? 0 : 9);
        } catch (DealsException | TransferException stopped) {
            System.out.println(stopped.getMessage());
            System.exit(5);
        }
    }

    static Transfer transfer(Path folder) {
        return Transfer.from(DealsConfig.load(folder.resolve("source.properties")))
                .to(DealsConfig.load(folder.resolve("target.properties")))
                .mapping(TransferMapping.load(folder.resolve("mapping.properties")))
                .store(folder.resolve("move.store"))
                .options(TransferOptions.builder()
                        .workers(4)
                        .settle(Duration.ofMillis(250))
                        .outage(Duration.ofSeconds(30))
                        .failureShare(1)
                        .build());
    }
}
