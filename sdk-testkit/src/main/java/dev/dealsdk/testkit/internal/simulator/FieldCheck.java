package dev.dealsdk.testkit.internal.simulator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request body, one message a field, in the order of the checks. */
public final class FieldCheck {
    private final Map<String, @Nullable Object> body;
    private final Map<String, String> problems = new LinkedHashMap<>();

    public FieldCheck(Map<String, @Nullable Object> body) {
        this.body = body;
    }

    public FieldCheck require(String... names) {
        for (String name : names) {
            if (!body.containsKey(name)) {
                report(name, "is required");
            }
        }
        return this;
    }

    /** An absent field passes; null does not. */
    public FieldCheck type(FieldType type, String... names) {
        for (String name : names) {
            if (body.containsKey(name) && !type.accepts(body.get(name))) {
                report(name, type.rule());
            }
        }
        return this;
    }

    public FieldCheck oneOf(String name, Set<String> words) {
        if (body.containsKey(name) && !(body.get(name) instanceof String word && words.contains(word))) {
            report(name, "must be one of " + words.stream().sorted().toList());
        }
        return this;
    }

    /** An absent field passes; whether null does is up to the test. */
    public FieldCheck test(String name, Predicate<@Nullable Object> accepts, String rule) {
        if (body.containsKey(name) && !accepts.test(body.get(name))) {
            report(name, rule);
        }
        return this;
    }

    public FieldCheck refuse(String reason, String... names) {
        for (String name : names) {
            if (body.containsKey(name)) {
                report(name, reason);
            }
        }
        return this;
    }

    /** Field name to message; the first problem of a field is kept. */
    public Map<String, String> problems() {
        return Collections.unmodifiableMap(problems);
    }

    private void report(String name, String message) {
        problems.putIfAbsent(name, message);
    }
}
