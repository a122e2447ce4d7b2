package dev.dealsdk.verify.bridging;

import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.testkit.BacksideSimulator;
import dev.dealsdk.testkit.Play2SellSimulator;
import dev.dealsdk.testkit.StardexSimulator;
import dev.dealsdk.testkit.StoraSimulator;
import dev.dealsdk.testkit.VendorSimulator;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The simulators, each with the file that makes a neutral program work there. */
enum BridgedVendor {
    PLAY2SELL,
    STORA,
    STARDEX,
    BACKSIDE;

    private static final String ATTRIBUTE = "e5f6a7b8-c9d0-1234-efab-00000000000";

    VendorSimulator start() {
        return switch (this) {
            case PLAY2SELL -> Play2SellSimulator.start();
            case STORA -> StoraSimulator.start();
            case BACKSIDE -> BacksideSimulator.start();
            case STARDEX -> {
                StardexSimulator stardex = StardexSimulator.start();
                for (char last : "123456789ab".toCharArray()) {
                    stardex.addCustomField(ATTRIBUTE + last, "Text " + last, "string");
                }
                yield stardex;
            }
        };
    }

    /** A person that the account knows. */
    String contactId() {
        return this == STORA ? "con_1234567890abcdef" : "7a1b2c3d-4e5f-6789-abcd-ef0123456789";
    }

    /** What the file says. */
    Map<String, String> settings() {
        Properties file = new Properties();
        String name = "/bridging/" + name().toLowerCase(Locale.ROOT) + ".properties";
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(BridgedVendor.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            file.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<String, String> settings = new LinkedHashMap<>();
        file.stringPropertyNames().forEach(key -> settings.put(key, file.getProperty(key)));
        return settings;
    }

    DealsClient connect(VendorSimulator simulator, Map<String, String> more) {
        Map<String, String> config = new LinkedHashMap<>(settings());
        config.putAll(simulator.config());
        config.putAll(more);
        return DealsClient.connect(DealsConfig.from(config));
    }
}
