package dev.dealsdk.spi;

import dev.dealsdk.FieldError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Extracts errors from a body that does not have the vendor's format, by common member names: problem details (RFC
 * 9457) with their extensions, {@code {"errors": [...]}}, {@code {"name": ["is too short"]}}, lists of texts. An
 * instance is used once.
 */
final class CommonErrors {
    private static final List<String> SENTENCES =
            List.of("message", "detail", "error_description", "description", "reason", "msg", "title", "error");
    private static final List<String> NESTED =
            List.of("error", "errors", "details", "detail", "violations", "invalid_params", "invalid-params", "issues");
    private static final List<String> FIELDS = List.of(
            "field", "pointer", "path", "loc", "property", "propertyPath", "param", "parameter", "name", "source");
    private static final List<String> CODES = List.of("code", "error_code", "errorCode", "type");
    private static final List<String> REQUEST_IDS =
            List.of("request_id", "requestId", "trace_id", "traceId", "correlation_id");

    /** Deeper than any known error body. A malicious body could be nested deeper than the stack allows. */
    private static final int DEEPEST = 6;

    private final Object body;
    private final Set<String> sentences = new LinkedHashSet<>();
    private final List<FieldError> fieldErrors = new ArrayList<>();

    CommonErrors(Object body) {
        this.body = body;
    }

    VendorError addTo(VendorError error) {
        read(body, 0);
        Map<?, ?> object = body instanceof Map<?, ?> map ? map : Map.of();
        return VendorError.builder()
                .from(error)
                .code(error.code().or(() -> code(object)))
                .requestId(error.requestId().or(() -> first(object, REQUEST_IDS)))
                .message(sentences.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", sentences)))
                .fieldErrors(fieldErrors)
                .build();
    }

    /**
     * If a sentence stands beside it, {@code error} is a code. Problem details of the type about:blank have no code.
     */
    private static Optional<String> code(Map<?, ?> object) {
        Optional<String> beside =
                first(object, List.of("message", "error_description")).flatMap(sentence -> text(object.get("error")));
        return first(object, CODES).filter(code -> !code.equals("about:blank")).or(() -> beside);
    }

    private void read(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (value instanceof List<?> list) {
            list.forEach(element -> read(element, depth + 1));
        } else if (value instanceof Map<?, ?> object) {
            readObject(object, depth);
        } else {
            text(value).ifPresent(sentences::add);
        }
    }

    private void readObject(Map<?, ?> object, int depth) {
        Optional<String> field = depth == 0 ? Optional.empty() : field(object);
        Optional<String> sentence = first(object, SENTENCES);
        if (field.isPresent() && sentence.isPresent()) {
            fieldErrors.add(new FieldError(field.get(), sentence.get()));
            return;
        }
        sentence.ifPresent(sentences::add);
        for (String name : NESTED) {
            Object nested = object.get(name);
            boolean one = name.equals("error");
            if (!one
                    && nested instanceof Map<?, ?> byField
                    && first(byField, SENTENCES).isEmpty()) {
                byField.forEach((key, said) ->
                        readField(key, said instanceof List<?> list ? list : Collections.singletonList(said)));
            } else if (!(nested instanceof String)) {
                read(nested, depth + 1);
            }
        }
        if (sentences.isEmpty() && fieldErrors.isEmpty()) {
            object.forEach((key, said) -> readField(key, said instanceof List<?> list ? list : List.of()));
        }
    }

    /** {@code "name": ["is too short"]}. */
    private void readField(@Nullable Object name, List<?> said) {
        said.forEach(element ->
                text(element).ifPresent(text -> fieldErrors.add(new FieldError(String.valueOf(name), text))));
    }

    /** Returns a field path, which may be a text, a list of steps, or an object with a pointer. */
    private static Optional<String> field(Map<?, ?> object) {
        for (String name : FIELDS) {
            Object value = object.get(name);
            if (value instanceof List<?> steps && !steps.isEmpty()) {
                return Optional.of(
                        String.join(".", steps.stream().map(CommonErrors::step).toList()));
            }
            Object pointer = value instanceof Map<?, ?> source ? source.get("pointer") : value;
            if (text(pointer).isPresent()) {
                return text(pointer);
            }
        }
        return Optional.empty();
    }

    private static String step(@Nullable Object step) {
        return step instanceof BigDecimal index && index.scale() == 0 && index.precision() < 10
                ? index.toPlainString()
                : text(step).orElse("?");
    }

    private static Optional<String> first(Map<?, ?> object, List<String> names) {
        for (String name : names) {
            Optional<String> text = text(object.get(name));
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty();
    }
}
