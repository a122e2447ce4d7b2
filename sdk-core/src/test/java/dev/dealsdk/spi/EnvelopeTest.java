package dev.dealsdk.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dealsdk.RecordProblem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses whose JSON may say the opposite of their status, members in every order. */
final class EnvelopeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'data': {'id': 'a'}}",
                "{'success': true, 'data': {'id': 'a'}, 'meta': {'error': 'no'}}",
                "{'meta': [1, {'success': false}], 'data': {'x': [{}], 'id': 'a'}, 'success': 'yes'}",
                "{'error': null, 'errors': [], 'data': {'id': 'a'}}",
                "{'data': {'id': 'a'}, 'error': 'a warning beside the payload'}"
            })
    void object_payload_isRead(String json) {
        assertThat(Envelope.object(reader(json), "data", EnvelopeTest::idOf)).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'success': false}",
                "{'success': false, 'data': {'id': 'a'}}",
                "{'data': {'id': 'a'}, 'success': false}",
                "{'data': {'id': 'a'}, 'success': 'false'}",
                "{'error': {'code': 'NO'}, 'data': null}",
                "{'data': null, 'error': {'code': 'NO'}}",
                "{'data': {}, 'error': 'NO'}",
                "{'error': 'NO', 'data': {'id': 7}}",
                "{'data': 'x', 'errors': ['NO']}",
                "{'data': [], 'error': true}",
                "{'type': 'about:blank', 'title': 'Bad Request', 'status': 400}",
                "{'status': 'error', 'message': 'NO'}"
            })
    void anyForm_responseThatSaysItFailed_isRefused(String json) {
        assertRefused(() -> Envelope.object(reader(json), "data", EnvelopeTest::idOf));
        assertRefused(() -> Envelope.list(reader(json), "data", EnvelopeTest::idOf));
        if (!json.contains("'data'")) {
            assertRefused(() -> Envelope.bare(reader(json), EnvelopeTest::idOf));
            assertRefused(() -> Envelope.bareList(reader(json), EnvelopeTest::idOf));
            assertRefused(() -> Envelope.ignore(reader(json)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'data': null}",
                "{'data': {}}",
                "{'data': 'x'}",
                "{'message': 'queued'}",
                "{'error': null}",
                "{'error': {}, 'errors': []}",
                "{'status': 'ok'}",
                "{'status': 200}"
            })
    void object_noPayloadAndNoError_isUndecodable(String json) {
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> Envelope.object(reader(json), "data", EnvelopeTest::idOf));
    }

    @Test
    void object_refusal_keepsWhatTheVendorSays() {
        RefusedResponseException refused = catchThrowableOfType(
                RefusedResponseException.class,
                () -> Envelope.object(
                        reader("{'meta': {'request_id': 'r'}, 'data': {'id': ' '}, 'error': {'code': 'NO'}}"),
                        "data",
                        EnvelopeTest::idOf));

        assertThat(refused.body())
                .containsEntry("meta", Map.of("request_id", "r"))
                .containsEntry("error", Map.of("code", "NO"));
    }

    @Test
    void object_successFalseAfterThePayload_keepsTheErrorBetween() {
        RefusedResponseException refused = catchThrowableOfType(
                RefusedResponseException.class,
                () -> Envelope.object(
                        reader("{'data': {'id': 'a'}, 'error': 'NO', 'success': false}"), "data", EnvelopeTest::idOf));

        assertThat(refused.body()).containsEntry("error", "NO");
    }

    @Test
    void bare_objectWithAnIdAndSuccessFalse_isRefused() {
        assertRefused(() -> Envelope.bare(reader("{'id': 'a', 'success': false}"), EnvelopeTest::idOf));
    }

    @Test
    void list_elementThatCannotBeRead_failsTheResponse() {
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() ->
                        Envelope.list(reader("{'data': [{'id': 'a'}, {'id': null}]}"), "data", EnvelopeTest::idOf))
                .withMessage("element 1: the record has no id");
    }

    @Test
    void next_pageWithCounters_readsBoth() {
        List<RecordProblem> problems = new ArrayList<>();
        String page = reader("{'total': 2, 'data': [{'id': 'a'}, {}], 'other': {}, 'more': true}")
                .object(json -> {
                    Envelope<List<String>> envelope =
                            Envelope.of(json, "data", data -> data.objects(EnvelopeTest::idOf, problems::add));
                    Optional<Long> total = Optional.empty();
                    Optional<Boolean> more = Optional.empty();
                    while (envelope.next()) {
                        switch (json.name()) {
                            case "total" -> total = json.longInteger();
                            case "more" -> more = json.bool();
                            default -> {
                                // Left unread.
                            }
                        }
                    }
                    return envelope.payload() + " of " + total.get() + " " + more.get();
                });

        assertThat(page).isEqualTo("[a] of 2 true");
        assertThat(problems).extracting(RecordProblem::index).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "<html>", "{'id': 'a'}", "{'success': true}", "{'id':"})
    void ignore_anyOtherBody_isASuccess(String body) {
        assertThatCode(() -> Envelope.ignore(reader(body))).doesNotThrowAnyException();
    }

    private static void assertRefused(ThrowingCallable read) {
        assertThatExceptionOfType(RefusedResponseException.class).isThrownBy(read);
    }

    private static String idOf(JsonRecord json) {
        Optional<String> id = Optional.empty();
        while (json.next()) {
            if (json.name().equals("id")) {
                id = json.string();
            } else {
                json.keep();
            }
        }
        return RequiredField.id("record", id);
    }

    private static JsonReader reader(String json) {
        return JsonReader.of(new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }
}
