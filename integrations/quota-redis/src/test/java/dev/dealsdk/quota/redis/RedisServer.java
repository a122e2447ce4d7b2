package dev.dealsdk.quota.redis;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A Redis of its own, on a free port and with a password, as it is installed on this computer. */
final class RedisServer implements AutoCloseable {
    static final String PASSWORD = "s3cr3t-redis";

    private final String binary;
    private final int port;
    private @Nullable Process process;

    private RedisServer(String binary, int port) {
        this.binary = binary;
        this.port = port;
    }

    /** One that runs; the test is skipped, and says so, where Redis is not installed. */
    static RedisServer start() throws IOException {
        Optional<File> binary = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> new File(directory, "redis-server"))
                .filter(File::canExecute)
                .findFirst();
        if (binary.isEmpty()) {
            System.out.println("SKIPPED: redis-server is not installed (Debian: apt-get install redis-server)");
        }
        Assumptions.assumeTrue(binary.isPresent(), "redis-server is not installed");
        RedisServer server = new RedisServer(binary.get().getPath(), freePort());
        server.run();
        return server;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Starts it, on the same port each time and with nothing remembered. */
    void run() throws IOException {
        Process started = new ProcessBuilder(
                        binary,
                        "--port",
                        Integer.toString(port),
                        "--bind",
                        "127.0.0.1",
                        "--requirepass",
                        PASSWORD,
                        "--save",
                        "",
                        "--appendonly",
                        "no")
                .redirectErrorStream(true)
                .start();
        process = started;
        BufferedReader log = started.inputReader();
        String line = log.readLine();
        while (line != null && !line.contains("Ready to accept connections")) {
            line = log.readLine();
        }
        if (line == null) {
            throw new IOException("redis-server ended at once");
        }
    }

    String address() {
        return "redis://:" + PASSWORD + "@127.0.0.1:" + port;
    }

    /** As when its machine is switched off. */
    void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
