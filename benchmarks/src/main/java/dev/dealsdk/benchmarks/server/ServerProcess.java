package dev.dealsdk.benchmarks.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A {@link LoopbackServer} in another process, so that nothing it does is counted as the client's. */
public final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one on a free port. */
    public static ServerProcess start() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java, "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), LoopbackServer.class.getName());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            return new ServerProcess(process, Integer.parseInt(String.valueOf(out.readLine())));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where a vendor's API begins, for listings of one page, without a wait. */
    public String url(Shape shape) {
        return url(shape, 1, 0);
    }

    /** Where a vendor's API begins. */
    public String url(Shape shape, int pages, int waitMillis) {
        return "http://127.0.0.1:" + port + "/" + shape.name().toLowerCase(Locale.ROOT) + "/" + pages + "/"
                + waitMillis;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
