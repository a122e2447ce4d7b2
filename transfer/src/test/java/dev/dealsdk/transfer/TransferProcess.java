package dev.dealsdk.transfer;

import dev.dealsdk.DealsConfig;
import dev.dealsdk.DealsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A transfer in a process of its own, to be killed or to have little memory: a folder with both accounts and the mapping; steps. */
final class TransferProcess {
    private TransferProcess() {}

    public static void main(String[] args) {
        try {
            boolean complete = true;
            Transfer transfer = transfer(Path.of(args[0]));
            for (String step : args.length == 1 ? List.of("run") : List.of(args).subList(1, args.length)) {
                complete &= switch (step) {
                    case "plan" -> transfer.plan().isDecided();
                    case "verify" -> transfer.verify().isClean();
                    default -> {
                        RunReport report = transfer.run();
                        System.out.println(report.render());
                        yield report.isComplete();
                    }
                };
            }
            System.exit(complete ? 0 : 9);
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
