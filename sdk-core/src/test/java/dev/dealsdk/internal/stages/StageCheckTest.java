package dev.dealsdk.internal.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.Capabilities;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Logged;
import dev.dealsdk.Stage;
import dev.dealsdk.VendorCall;
import dev.dealsdk.VendorUnavailableException;
import dev.dealsdk.internal.client.FakeVendor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The check of the configured stages that nobody waits for; the one while connecting is in the tests of connecting. */
final class StageCheckTest {
    private final List<List<Stage>> found = new ArrayList<>();

    @Test
    void log_stageThatTheAccountLacks_isAnErrorInTheLog() {
        String log = log("deals.stages.talks", "Wun", () -> List.of(FakeVendor.stage("s3", "Won")));

        assertThat(log).contains("ERROR", "map: deals.stages.talks: \"Wun\" is no stage of the account");
        assertThat(found).isEmpty();
    }

    @Test
    void log_stagesThatAreThere_areRememberedWithoutAWord() {
        List<Stage> account = List.of(FakeVendor.stage("s3", "Won"));

        assertThat(log("deals.stages.talks", "Won", () -> account)).isEmpty();

        assertThat(found).containsExactly(account);
    }

    @Test
    void log_stagesThatCannotBeRead_forgetsNothing() {
        String log = log("deals.stages.talks", "Won", () -> {
            throw new VendorUnavailableException(
                    "no response", VendorCall.builder().build(), null);
        });

        assertThat(log).contains("INFO", "no response");
        assertThat(found).isEmpty();
    }

    @Test
    void log_clientClosedMeanwhile_isNoFault() {
        String log = log("deals.stages.talks", "Won", () -> {
            throw new IllegalStateException("the client is closed");
        });

        assertThat(log).doesNotContain("ERROR");
    }

    private String log(String key, String value, Supplier<List<Stage>> account) {
        Capabilities capabilities = FakeVendor.capabilities().build();
        DealsConfig config = DealsConfig.from(Map.of("deals.provider", "fake", "deals.token", "t", key, value));
        return Logged.during(() -> StageCheck.log(config, capabilities, account, found::add));
    }
}
