package dev.dealsdk.cli;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.DealsException;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.RateLimitedException;
import dev.dealsdk.RecordProblem;
import dev.dealsdk.VendorCall;
import dev.dealsdk.spi.JsonWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Prints errors and warnings to standard error, as text or as one JSON object per line. */
final class Diagnostics {
    private static final String CONTINUED = "  ";

    private final GlobalOptions options;
    private final Terminal terminal;

    Diagnostics(GlobalOptions options, Terminal terminal) {
        this.options = options;
        this.terminal = terminal;
    }

    /** Prints a failure and returns the exit code. */
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
        if (failure instanceof UntoldWriteException untold) {
            if (options.json()) {
                json(out -> out.object("error", error -> write(error, untold)));
            } else {
                say(String.valueOf(untold.getMessage()));
            }
            return ExitCode.UNKNOWN_FATE;
        }
        if (failure instanceof TransferCommand.StoppedTransferException stopped) {
            error("TransferException", String.valueOf(stopped.getMessage()));
            return stopped.exitCode();
        }
        boolean usage = failure instanceof UsageException;
        String message = Optional.ofNullable(failure.getMessage()).orElseGet(failure::toString);
        boolean expected = usage || failure instanceof UncheckedIOException || options.json();
        error(failure.getClass().getSimpleName(), expected ? message : unexpected(failure, message));
        return usage ? ExitCode.USAGE_OR_CONFIGURATION : ExitCode.FAULT;
    }

    private static String unexpected(Throwable failure, String message) {
        return failure.getClass().getSimpleName() + ": " + message + " (--verbose prints the stack trace)";
    }

    /** Prints an error that is not an exception of the SDK. */
    void error(String type, String message) {
        if (options.json()) {
            json(out -> out.object("error", error -> error.value("type", type).value("message", message)));
        } else {
            say(message);
        }
    }

    /** Prints a record that could not be read, with its raw contents. */
    void problem(int page, RecordProblem problem) {
        if (options.json()) {
            json(out -> out.object(
                    "problem",
                    lost -> lost.value("page", BigDecimal.valueOf(page))
                            .value("index", BigDecimal.valueOf(problem.index()))
                            .value("message", problem.message())
                            .value("rawJson", problem.rawJson())));
        } else if (problem.isOfPage()) {
            say("page " + page + " is inconsistent: " + problem.message());
        } else {
            say("record " + problem.index() + " of page " + page + " cannot be read: " + problem.message() + ": "
                    + problem.rawJson());
        }
    }

    /** Prints a warning. */
    void warning(String message) {
        if (options.json()) {
            json(out -> out.object("warning", warning -> warning.value("message", message)));
        } else {
            say("warning: " + message);
        }
    }

    /** Prints a message, wrapped to the width of the terminal. */
    void say(String message) {
        int width = terminal.messageWidth();
        ("deals: " + HarmlessText.lines(message))
                .lines()
                .flatMap(line -> Cells.wrapped(line, width, CONTINUED + blanks(line)).stream())
                .forEach(System.err::println);
    }

    private static String blanks(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    static String text(DealsException failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof RateLimitedException limited) {
            return message
                    + limited.retryAt().map(at -> "; do not retry before " + at).orElse("");
        }
        return message;
    }

    /** Writes the known attributes of a failure. */
    static void write(JsonWriter error, DealsException failure) {
        error.value("type", failure.getClass().getSimpleName())
                .value("message", String.valueOf(failure.getMessage()))
                .string("provider", failure.provider())
                .string("operation", failure.operation().map(Enum::name))
                .string("dealId", failure.dealId())
                .value("outcome", failure.outcome().name())
                .decimal("httpStatus", failure.httpStatus().map(BigDecimal::valueOf))
                .string("vendorCode", failure.vendorCode())
                .string("requestId", failure.requestId())
                .value("attempts", BigDecimal.valueOf(failure.attempts()));
        if (failure instanceof RateLimitedException limited) {
            error.decimal("retryAfterSeconds", limited.retryAfter().map(Diagnostics::wholeSeconds));
        }
        if (failure instanceof InvalidRequestException invalid
                && !invalid.fieldErrors().isEmpty()) {
            error.objects(
                    "fieldErrors",
                    invalid.fieldErrors(),
                    (one, fault) -> one.value("field", fault.field()).value("message", fault.message()));
        }
        if (failure instanceof ConfigurationException unusable) {
            error.value("faults", unusable.problems());
        }
    }

    private static void write(JsonWriter error, UntoldWriteException untold) {
        VendorCall call = untold.call();
        error.value("type", untold.type())
                .value("message", String.valueOf(untold.getMessage()))
                .string("provider", call.provider())
                .string("operation", call.operation().map(Enum::name))
                .string("dealId", call.dealId())
                .value("outcome", call.outcome().name());
    }

    /** Rounded up, so that a retry does not come too early. */
    private static BigDecimal wholeSeconds(Duration wait) {
        return BigDecimal.valueOf(wait.plusNanos(999_999_999).toSeconds());
    }

    private static void json(Consumer<JsonWriter> fields) {
        System.err.println(HarmlessText.json(fields));
    }
}
