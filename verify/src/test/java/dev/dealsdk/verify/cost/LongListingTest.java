package dev.dealsdk.verify.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A million deals in a heap that could not hold a tenth of them, nor even their ids. */
class LongListingTest {
    private static final int PER_PAGE = 100;
    private static final int PAGES = 10_000;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void list_millionDealsInHeapOf48MB_readsThemAll() throws IOException, InterruptedException {
        try (VendorServer vendor = new VendorServer(LongListingTest::page)) {
            Process reader = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx48m",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            LongListing.class.getName(),
                            vendor.url())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(output.strip()).isEqualTo(String.valueOf(PAGES * PER_PAGE));
            assertThat(reader.waitFor()).isZero();
        }
    }

    private static String page(String request) {
        int number = Integer.parseInt(request.replaceAll(".*[?&]page=(\\d+).*", "$1"));
        StringBuilder json = new StringBuilder(PER_PAGE * 120).append("{\"data\":[");
        for (int row = 0; row < PER_PAGE; row++) {
            json.append(row == 0 ? "" : ",")
                    .append("{\"id\":\"")
                    .append(number)
                    .append('-')
                    .append(row);
            json.append("\",\"name\":\"Northwind ").append(row).append("\",\"value\":1200.50,\"status\":\"open\"}");
        }
        json.append("],\"meta\":{\"page\":")
                .append(number)
                .append(",\"total_pages\":")
                .append(PAGES)
                .append("}}");
        return json.toString();
    }
}
