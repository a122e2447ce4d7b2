package dev.dealsdk.benchmarks;

import static java.util.Objects.requireNonNull;

import dev.dealsdk.benchmarks.server.ServerProcess;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One call over loopback HTTP, kept-alive connections; the vendor's side is in another process. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CallBenchmark {

    @Param
    public Entrant entrant = Entrant.PLAY2SELL;

    private @Nullable ServerProcess server;
    private @Nullable Contender contender;

    @Setup
    public void connect() throws ReflectiveOperationException {
        ServerProcess vendor = ServerProcess.start();
        server = vendor;
        contender = Contender.connect(entrant.type(), vendor.url(entrant.shape()));
    }

    @TearDown
    public void close() {
        contender().close();
        requireNonNull(server).close();
    }

    @Benchmark
    public Object list() throws Exception {
        return contender().list();
    }

    @Benchmark
    public Object create() throws Exception {
        return contender().create();
    }

    @Benchmark
    public Object move() throws Exception {
        return contender().move();
    }

    private Contender contender() {
        return requireNonNull(contender);
    }
}
