package dev.dealsdk.quota.redis;

import dev.dealsdk.CallOptions;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.DealsException;
import dev.dealsdk.spi.VendorRequest;
import dev.dealsdk.stora.StoraApi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A program of its own that calls as fast as it may: says {@code ready}, begins with the first byte of its input, ends with its
 * last, and prints each failure. Arguments: its name, the vendor's address, that of Redis, and the rate limit.
 */
final class CallingProgram {
    private static final int THREADS = 5;
    private static final VendorRequest READ = VendorRequest.get("2025-09", "deals");

    private static volatile boolean over;

    private CallingProgram() {}

    @SuppressWarnings("SystemOut") // It speaks with the test.
    public static void main(String[] args) throws IOException, InterruptedException {
        DealsConfig config = DealsConfig.from(Map.of(
                "deals.provider", "stora",
                "deals.token", "t",
                "deals.base-url", args[1],
                "deals.quota-store", args[2],
                "deals.rate-limit", args[3],
                "deals.call-timeout", "2m",
                "deals.max-attempts", "1"));
        try (DealsClient client = DealsClient.connect(config)) {
            StoraApi stora = client.with(CallOptions.builder()
                            .putHeaders("X-Caller", args[0])
                            .build())
                    .unwrap(StoraApi.class);
            call(stora);
            System.out.println("ready");
            int begin = System.in.read();
            for (int i = 0; i < THREADS && begin >= 0; i++) {
                Thread thread = new Thread(() -> {
                    while (!over) {
                        call(stora);
                    }
                });
                thread.setDaemon(true);
                thread.start();
            }
            String unused = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
            over = true;
            System.out.println("done");
        }
    }

    private static void call(StoraApi stora) {
        try {
            Object unused = stora.send(READ);
        } catch (DealsException failed) {
            if (!over) {
                System.out.println("failed: " + failed);
            }
        }
    }
}
