package dev.dealsdk.jackson3;

import dev.dealsdk.json.JsonFormException;
import dev.dealsdk.json.NeutralJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.MismatchedInputException;

/** What is wrong with JSON, as Jackson tells it: with the path, which the objects around it complete. */
final class Faults {
    private Faults() {}

    /** The value of a neutral type, or a fault. */
    static <T> T read(Class<T> type, @Nullable Object json, JsonParser in, DeserializationContext context) {
        boolean strict = context.isEnabled(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        try {
            return NeutralJson.read(type, json, unknown -> {
                if (strict) {
                    throw unknown;
                }
            });
        } catch (JsonFormException fault) {
            throw at(fault.path(), type, MismatchedInputException.from(in, type, fault.getMessage()));
        }
    }

    private static DatabindException at(List<Object> path, Class<?> type, DatabindException fault) {
        List<Object> inwards = new ArrayList<>(path);
        Collections.reverse(inwards);
        for (Object step : inwards) {
            if (step instanceof Integer index) {
                fault.prependPath(type, index);
            } else {
                fault.prependPath(type, String.valueOf(step));
            }
        }
        return fault;
    }
}
