package dev.dealsdk.examples;

import dev.dealsdk.Deal;
import dev.dealsdk.DealsException;
import java.io.PrintStream;
import java.util.function.Supplier;

/** Tells each step as it happens: what was called, what went over the wire, what came back. */
final class Narrator {
    private final PrintStream out;
    private final WireLog wire;
    private int steps;

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

    void say(String text) {
        out.println();
        out.println(text);
    }

    /**
     * Runs one step and tells what became of it.
     *
     * @param call what is called, as it stands in a program
     * @param step makes the call and says what came back
     * @throws StepFailedException if it threw
     */
    void step(String title, String call, Supplier<String> step) {
        steps++;
        out.printf("%n%2d. %s%n    call   %s%n", steps, title, call);
        try {
            String result = step.get();
            tellWire();
            result.lines().forEach(line -> out.println("    got    " + line));
        } catch (DealsException failed) {
            tellWire();
            throw new StepFailedException(failed.getClass().getSimpleName() + ": " + failed.getMessage());
        }
    }

    private void tellWire() {
        if (wire.isEmpty()) {
            out.println("    wire   (nothing was sent)");
        }
        wire.take().forEach(line -> out.println("    wire   " + line));
    }

    int steps() {
        return steps;
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
                return failed.getClass().getSimpleName() + ", outcome " + failed.outcome() + "\n" + failed.getMessage();
            }
            throw failed;
        }
        throw new StepFailedException("there was no " + type.getSimpleName());
    }

    static String describe(Deal deal) {
        StringBuilder text =
                new StringBuilder(deal.status() + "  " + deal.name().orElse("(no name)"));
        deal.value().ifPresent(value -> text.append(", ").append(value.amount().toPlainString()));
        deal.value()
                .flatMap(value -> value.currency())
                .ifPresent(code -> text.append(' ').append(code));
        deal.stageName().ifPresent(stage -> text.append(", in ").append(stage));
        return text.toString();
    }
}
