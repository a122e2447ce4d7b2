package dev.dealsdk.benchmarks.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The JSON of one vendor: the same hundred records of about the same size, under that vendor's names. */
public enum Shape {
    PLAY2SELL,
    STORA,
    APIDECK,
    FORCE,
    STRIPE,
    SQUARE;

    /** On every page of every shape. */
    public static final int RECORDS = 100;

    private final String record = resource("record");
    private final String page = resource("page");
    private final String one = resource("one");

    /**
     * One page of a listing.
     *
     * @param number from 1
     * @param pages how many there are
     */
    public byte[] page(int number, int pages) {
        StringBuilder records = new StringBuilder(RECORDS * record.length());
        for (int row = 0; row < RECORDS; row++) {
            records.append(row == 0 ? "" : ",").append(record(number, row));
        }
        return page.replace("{number}", String.valueOf(number))
                .replace("{pages}", String.valueOf(pages))
                .replace("{total}", String.valueOf((long) pages * RECORDS))
                .replace("{next}", number < pages ? String.valueOf(number + 1) : "null")
                .replace("{records}", records)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What answers a create and a move. */
    public byte[] one() {
        return one.replace("{record}", record(1, 0)).replace("{page}", hex(1)).getBytes(StandardCharsets.UTF_8);
    }

    private String record(int number, int row) {
        // As on a real page: a few stages and a few more owners, and everything else of a record its own.
        return record.replace("{page}", hex(number))
                .replace("{row}", String.format(Locale.ROOT, "%04d", row))
                .replace("{stage}", String.valueOf(row % 5))
                .replace("{owner}", String.valueOf(row % 8));
    }

    private static String hex(int number) {
        return String.format(Locale.ROOT, "%08x", number);
    }

    private String resource(String part) {
        String name = "/shapes/" + name().toLowerCase(Locale.ROOT) + "." + part;
        try (InputStream in = Shape.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
