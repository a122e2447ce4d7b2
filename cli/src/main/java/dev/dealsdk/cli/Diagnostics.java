package dev.dealsdk.cli;

import dev.dealsdk.DealsException;
import dev.dealsdk.RateLimitedException;
import dev.dealsdk.RecordProblem;
import dev.dealsdk.spi.JsonWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** What goes to standard error: a line for people, or an object on a line for programs. */
final class Diagnostics {
    private final GlobalOptions options;

    Diagnostics(GlobalOptions options) {
        this.options = options;
    }

    /** Tells what went wrong. */
    int report(Throwable failure) {
        if (failure instanceof Results.ReaderGoneException) {
            return ExitCode.DONE;
        }
        int exitCode = tell(failure);
        if (options.verbose()) {
            failure.printStackTrace();
        }
        return exitCode;
    }

    private int tell(Throwable failure) {
        if (failure instanceof DealsException known) {
            if (options.json()) {
                json(out -> out.object("error", error -> write(error, known)));
            } else {
                say(text(known));
            }
            return ExitCode.of(known);
        }
        boolean usage = failure instanceof UsageException;
        String message = Optional.ofNullable(failure.getMessage()).orElseGet(failure::toString);
        boolean expected = usage || failure instanceof UncheckedIOException || options.json();
        error(failure.getClass().getSimpleName(), expected ? message : unexpected(failure, message));
        return usage ? ExitCode.USAGE_OR_CONFIGURATION : ExitCode.FAULT;
    }

    private static String unexpected(Throwable failure, String message) {
        return failure.getClass().getSimpleName() + ": " + message + " (--verbose shows where)";
    }

    /** Tells of a fault that is no exception of the SDK. */
    void error(String type, String message) {
        if (options.json()) {
            json(out -> out.object("error", error -> error.value("type", type).value("message", message)));
        } else {
            say(message);
        }
    }

    /** Tells of a record that a listing lacks, with all that came of it. */
    void problem(int page, RecordProblem problem) {
        if (options.json()) {
            json(out -> out.object(
                    "problem",
                    lost -> lost.value("page", BigDecimal.valueOf(page))
                            .value("index", BigDecimal.valueOf(problem.index()))
                            .value("message", problem.message())
                            .value("rawJson", problem.rawJson())));
        } else if (problem.isOfPage()) {
            say("page " + page + " contradicts itself: " + problem.message());
        } else {
            say("record " + problem.index() + " of page " + page + " cannot be read: " + problem.message() + ": "
                    + problem.rawJson());
        }
    }

    /** One line, but for configurations with several faults. */
    void say(String message) {
        System.err.println("deals: " + Cells.printableLines(message));
    }

    static String text(DealsException failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof RateLimitedException limited) {
            return message + limited.retryAt().map(at -> "; not before " + at).orElse("");
        }
        return message;
    }

    /** What is known of a failure; what is not is left out. */
    static void write(JsonWriter error, DealsException failure) {
        error.value("type", failure.getClass().getSimpleName())
                .value("message", String.valueOf(failure.getMessage()))
                .string("provider", failure.provider())
                .string("operation", failure.operation().map(Enum::name))
                .value("outcome", failure.outcome().name())
                .decimal("httpStatus", failure.httpStatus().map(BigDecimal::valueOf))
                .string("vendorCode", failure.vendorCode())
                .string("requestId", failure.requestId());
        if (failure instanceof RateLimitedException limited) {
            error.decimal("retryAfterSeconds", limited.retryAfter().map(Diagnostics::wholeSeconds));
        }
    }

    /** Rounded up: who comes back earlier comes too early. */
    private static BigDecimal wholeSeconds(Duration wait) {
        return BigDecimal.valueOf(wait.plusNanos(999_999_999).toSeconds());
    }

    private static void json(Consumer<JsonWriter> fields) {
        System.err.println(new String(JsonWriter.object(fields), StandardCharsets.UTF_8));
    }
}
