package dev.dealsdk.internal.stages;

import dev.dealsdk.Capabilities;
import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.DealsException;
import dev.dealsdk.Operation;
import dev.dealsdk.Stage;
import dev.dealsdk.internal.call.ClientName;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/** Reads the account's stages while connecting, if the configuration names any: a wrong name is then told at once. */
public final class StageCheck {
    private StageCheck() {}

    /**
     * The account's stages; empty if the configuration names none, the vendor lists none, or they cannot be read now, in
     * which case each name is looked up when it is first used.
     *
     * @param read reads the account's stages
     * @throws ConfigurationException if the configuration names stages that the account does not have
     */
    public static List<Stage> stages(DealsConfig config, Capabilities capabilities, Supplier<List<Stage>> read) {
        ConfiguredStages configured = new ConfiguredStages(config, capabilities);
        if (configured.isEmpty() || !capabilities.supports(Operation.LIST_STAGES)) {
            return List.of();
        }
        List<Stage> account;
        try {
            account = read.get();
        } catch (ConfigurationException fault) {
            throw fault;
        } catch (DealsException unreadable) {
            // Not a constant: finding a logger is a good part of a first call, and here there is hardly ever anything
            // to tell.
            LoggerFactory.getLogger(StageCheck.class)
                    .info(
                            "{}: the stages of the configuration are checked when first used: {}",
                            new ClientName(capabilities.provider(), config.connectionName()),
                            unreadable.getMessage());
            return List.of();
        }
        List<String> faults = configured.faults(account);
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
        return account;
    }

    /**
     * The same for a check that nobody waits for: its faults are an error in the log.
     *
     * @param found is given the account's stages, if they could be read
     */
    public static void log(
            DealsConfig config, Capabilities capabilities, Supplier<List<Stage>> read, Consumer<List<Stage>> found) {
        try {
            List<Stage> account = stages(config, capabilities, read);
            if (!account.isEmpty()) {
                found.accept(account);
            }
        } catch (ConfigurationException fault) {
            LoggerFactory.getLogger(StageCheck.class).error("{}", fault.getMessage());
        } catch (IllegalStateException closedMeanwhile) {
            LoggerFactory.getLogger(StageCheck.class)
                    .debug(
                            "{}: the stages of the configuration were not checked: {}",
                            new ClientName(capabilities.provider(), config.connectionName()),
                            closedMeanwhile.getMessage());
        }
    }
}
