package dev.dealsdk.testkit;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The answers Stora keeps by {@code Idempotency-Key}, failures included [guide: requests]. Not thread-safe.
 *
 * <p>Assumed, the guide being silent: the key alone decides, whatever the path and the body; refusals of the token and
 * of its scopes are not kept; nothing is forgotten, not even after the documented 24 hours.
 */
final class StoraIdempotency {
    private static final String HEADER = "Idempotency-Key";

    private final Map<String, Kept> answers = new HashMap<>();

    /** Processes a request, unless its key is known. */
    Answer once(Request request, Supplier<Answer> processing) {
        @Nullable String key = keyOf(request);
        if (key == null) {
            return processing.get();
        }
        Kept known = answers.get(key);
        if (known != null) {
            return known.answer;
        }
        Answer first = answerOrRefusal(processing);
        keep(key, first, false);
        return first;
    }

    /** From now on a fault is what the key stands for, as if the vendor itself had answered so. */
    void replace(Request request, Answer given) {
        @Nullable String key = keyOf(request);
        if (key != null && answers.containsKey(key)) {
            keep(key, given, true);
        }
    }

    boolean isFault(Answer answer) {
        return answers.values().stream().anyMatch(kept -> kept.fault && kept.answer.equals(answer));
    }

    private void keep(String key, Answer answer, boolean fault) {
        // Told again, the answer tells of no new write.
        Answer again = new Answer(answer.status(), answer.headers(), answer.body(), false);
        answers.put(key, new Kept(again, fault));
    }

    private static Answer answerOrRefusal(Supplier<Answer> processing) {
        try {
            return processing.get();
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private static @Nullable String keyOf(Request request) {
        return request.method().equals("POST") ? request.header(HEADER).orElse(null) : null;
    }

    private record Kept(Answer answer, boolean fault) {}
}
