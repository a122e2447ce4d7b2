package dev.dealsdk.benchmarks;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
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

/** A page of a hundred records from memory: what a list costs without its call. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecodeBenchmark {

    @Param
    public Entrant entrant = Entrant.PLAY2SELL;

    private byte[] page = {};
    private @Nullable Contender contender;

    @Setup
    public void connect() throws ReflectiveOperationException {
        page = entrant.shape().page(1, 1);
        // Never called.
        contender = Contender.connect(entrant.type(), "http://127.0.0.1:1");
    }

    @TearDown
    public void close() {
        contender().close();
    }

    @Benchmark
    public Object decode() throws IOException {
        return contender().decode(page);
    }

    private Contender contender() {
        return requireNonNull(contender);
    }
}
