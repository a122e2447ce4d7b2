import dev.dealsdk.DealsConfig;
import dev.dealsdk.spi.QuotaStore;
import java.nio.file.Path;
import java.util.ServiceLoader;

/** Prints the configuration as the SDK reads it, if the module is found. */
public final class Redis {
    private Redis() {}

    public static void main(String[] args) {
        ServiceLoader.load(QuotaStore.class).findFirst().orElseThrow();
        System.out.println(DealsConfig.load(Path.of(args[0])));
    }
}
