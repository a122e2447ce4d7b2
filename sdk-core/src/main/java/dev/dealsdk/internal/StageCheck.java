package dev.dealsdk.internal;

import dev.dealsdk.CallOptions;
import dev.dealsdk.Capabilities;
import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.DealsException;
import dev.dealsdk.Operation;
import dev.dealsdk.Stage;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Reads the account's stages while connecting, if the configuration names any: a wrong name is then told at once. */
final class StageCheck {
    private StageCheck() {}

    /**
     * The account's stages; empty if the configuration names none, the vendor lists none, or they cannot be read now, in
     * which case each name is looked up when it is first used. One attempt: connecting does not wait for a vendor that is
     * down.
     *
     * @throws ConfigurationException if the configuration names stages that the account does not have
     */
    static List<Stage> stages(DealsConfig config, Capabilities capabilities, DealsClient client) {
        ConfiguredStages configured = new ConfiguredStages(config, capabilities);
        if (configured.isEmpty() || !capabilities.supports(Operation.LIST_STAGES)) {
            return List.of();
        }
        List<Stage> account;
        try {
            account = client.with(CallOptions.builder().maxAttempts(1).build()).stages();
        } catch (ConfigurationException fault) {
            throw fault;
        } catch (DealsException unreadable) {
            // Not a constant: finding a logger is a good part of a first call, and here there is hardly ever anything
            // to tell.
            LoggerFactory.getLogger(StageCheck.class)
                    .info("The stages of the configuration are checked when first used: {}", unreadable.getMessage());
            return List.of();
        }
        List<String> faults = configured.faults(account);
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
        return account;
    }
}
