package dev.dealsdk.internal.call;

import dev.dealsdk.event.CallAttempt;
import dev.dealsdk.event.CallEnd;
import dev.dealsdk.event.CallObserver;
import dev.dealsdk.event.CallStart;
import java.time.Duration;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one line for each call at its end, with every attempt. What was sent and what came back is not in it, nor whom a deal
 * is about: the id of the deal, and headers that are known to be harmless.
 */
final class CallLog implements CallObserver {
    private static final Logger LOG = LoggerFactory.getLogger("dev.dealsdk.call");

    private final CallStart call;
    private final Consumer<String> lines;
    private final StringBuilder attempts = new StringBuilder();

    CallLog(CallStart call) {
        this(call, LOG::debug);
    }

    /** @param lines takes the line */
    CallLog(CallStart call, Consumer<String> lines) {
        this.call = call;
        this.lines = lines;
    }

    static boolean isOn() {
        return LOG.isDebugEnabled();
    }

    @Override
    public void attempted(CallAttempt attempt) {
        attempts.append(attempts.isEmpty() ? "" : ", ")
                .append(attempt.method())
                .append(' ')
                .append(attempt.httpStatus()
                        .map(String::valueOf)
                        .or(attempt::failure)
                        .orElse("-"))
                .append(" in ")
                .append(millis(attempt.duration()))
                .append(details(attempt));
    }

    /** By what the request is found, which may be one of the headers, and all the headers. */
    private static String details(CallAttempt attempt) {
        TreeMap<String, String> headers = new TreeMap<>(attempt.headers());
        attempt.requestId().filter(id -> !headers.containsValue(id)).ifPresent(id -> headers.put("request", id));
        return headers.isEmpty()
                ? ""
                : headers.entrySet().stream()
                        .map(header -> header.getKey() + ": " + header.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    @Override
    public void finished(CallEnd end) {
        StringBuilder line = new StringBuilder();
        line.append(new ClientName(call.provider(), call.connection()))
                .append(' ')
                .append(call.name());
        call.dealId().ifPresent(id -> line.append(" of deal ").append(id.replaceAll("\\p{Cntrl}", "?")));
        line.append(": ").append(end.outcome());
        end.failure()
                .ifPresent(failure -> line.append(" (")
                        .append(failure.getClass().getSimpleName())
                        .append(')'));
        line.append(" after ").append(millis(end.duration()));
        line.append("; ").append(attempts.isEmpty() ? "nothing was sent" : attempts);
        wait(line, "before retries", end.retryWait());
        wait(line, "for quota", end.quotaWait());
        lines.accept(line.toString());
    }

    private static void wait(StringBuilder line, String why, Duration wait) {
        if (!wait.isZero()) {
            line.append("; waited ").append(millis(wait)).append(' ').append(why);
        }
    }

    private static String millis(Duration duration) {
        return duration.toMillis() + " ms";
    }
}
