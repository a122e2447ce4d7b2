package dev.dealsdk.examples;

import dev.dealsdk.DealsException;
import dev.dealsdk.UnsupportedByProviderException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Tells each step as it happens: what was called, what went over the wire, what came back. */
final class Narrator {
    /** Of what is told of a step, below its label. */
    private static final int INDENT = 11;

    private final PrintStream out;
    private final WireLog wire;
    private final List<StepResult> results = new ArrayList<>();

    Narrator(PrintStream out, WireLog wire) {
        this.out = out;
        this.wire = wire;
    }

    /** A step did not do what it says. */
    static final class StepFailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StepFailedException(String message) {
            super(message);
        }
    }

    /**
     * Runs one step, and tells what became of it. A refusal by the SDK is a result; any other exception is a failure.
     *
     * @param call what is called, as it stands in a program
     * @param step makes the call and says what came back
     */
    void step(String title, String call, Supplier<String> step) {
        out.printf(Locale.ROOT, "%n%2d. %s%n", results.size() + 1, title);
        tell("call", call);
        try {
            String came = step.get();
            add(new StepResult(title, StepResult.Kind.DONE, "", tellWire()));
            tell("got", came);
        } catch (UnsupportedByProviderException refused) {
            add(new StepResult(title, StepResult.Kind.REFUSED, Wording.reason(refused), tellWire()));
            tell("got", refused.getClass().getSimpleName() + ": " + refused.getMessage());
        } catch (DealsException | StepFailedException failed) {
            add(new StepResult(title, StepResult.Kind.FAILED, String.valueOf(failed.getMessage()), tellWire()));
            tell("FAILED", failed.getClass().getSimpleName() + ": " + failed.getMessage());
        }
    }

    List<StepResult> results() {
        return List.copyOf(results);
    }

    private void add(StepResult result) {
        results.add(result);
    }

    private int tellWire() {
        List<String> lines = wire.take();
        if (lines.isEmpty()) {
            tell("wire", "(nothing was sent)");
        }
        lines.forEach(line -> tell("wire", line));
        return lines.size();
    }

    private void tell(String what, String text) {
        int room = PipelineTour.COLUMNS - INDENT;
        String label = what;
        for (String line : text.lines().toList()) {
            for (String part : Wording.wrapped(line, room)) {
                out.printf(Locale.ROOT, "    %-6s %s%n", label, part);
                label = "";
            }
            label = what;
        }
    }

    static void expect(boolean asExpected, String otherwise) {
        if (!asExpected) {
            throw new StepFailedException(otherwise);
        }
    }

    /** Runs a call that must fail in a certain way, and tells the exception as a program would log it. */
    static <E extends DealsException> String failureOf(Class<E> type, Runnable call) {
        try {
            call.run();
        } catch (DealsException failed) {
            if (type.isInstance(failed)) {
                return type.getSimpleName() + ", outcome " + failed.outcome() + ": " + failed.getMessage();
            }
            throw failed;
        }
        throw new StepFailedException("there was no " + type.getSimpleName());
    }
}
