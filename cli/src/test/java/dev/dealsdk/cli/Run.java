package dev.dealsdk.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dealsdk.spi.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * What came of one command.
 *
 * @param exitCode what it exited with
 * @param out standard output
 * @param err standard error
 */
record Run(int exitCode, String out, String err) {
    /** As in a script: no terminal anywhere. */
    static final Terminal SCRIPT = new Terminal(Map.of(), false, false, false);

    /** In this process, which is left as it was. */
    static Run deals(Terminal terminal, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Run run = deals(terminal, out, args);
        return new Run(run.exitCode, out.toString(UTF_8), run.err);
    }

    /** With standard output somewhere else. */
    static Run deals(Terminal terminal, OutputStream out, String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream standardError = System.err;
        Properties before = (Properties) System.getProperties().clone();
        System.setErr(new PrintStream(err, true, UTF_8));
        try {
            int exitCode = new DealsProgram(new Cli(terminal, new Results(out))).run(args);
            return new Run(exitCode, "", err.toString(UTF_8));
        } finally {
            System.setErr(standardError);
            System.setProperties(before);
        }
    }

    static Run deals(String... args) {
        return deals(SCRIPT, args);
    }

    List<String> lines() {
        return out.lines().toList();
    }

    /** The objects of standard output, one a line. */
    List<Map<String, Object>> objects() {
        return lines().stream().map(Run::json).toList();
    }

    /** The one object of standard output. */
    Map<String, Object> object() {
        List<Map<String, Object>> objects = objects();
        if (objects.size() != 1) {
            throw new AssertionError("not one object: " + this);
        }
        return objects.get(0);
    }

    /** The one error of standard error. */
    Map<String, Object> error() {
        List<String> lines = err.lines().toList();
        if (lines.size() != 1 || !out.isEmpty()) {
            throw new AssertionError("not one error alone: " + this);
        }
        return part(json(lines.get(0)), "error");
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> json(String line) {
        return (Map<String, Object>) Objects.requireNonNull(
                JsonReader.of(new ByteArrayInputStream(line.getBytes(UTF_8))).value());
    }

    /** An object within an object. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> part(Map<String, Object> object, String name) {
        return (Map<String, Object>) Objects.requireNonNull(object.get(name), name);
    }
}
