package dev.dealsdk.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.FieldError;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Error bodies that are not of a vendor's form, and what is found in them. */
final class ErrorBodyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '~', textBlock = """
            {'type':'https://e/out','title':'No credit','status':403,'detail':'Costs 50.'}   | Costs 50.      | https://e/out | -
            {'type':'about:blank','title':'Not Found','status':404}                          | Not Found      | -             | -
            {'title':'Invalid','errors':[{'pointer':'#/age','detail':'must be positive'}]}    | Invalid        | -             | #/age=must be positive
            {'title':'Invalid','invalid-params':[{'name':'age','reason':'too low'}]}          | Invalid        | -             | age=too low
            {'errors':{'name':['is too short','is blank'],'value':'is negative'}}             | -              | -             | name=is too short name=is blank value=is negative
            {'name':['is too short']}                                                         | -              | -             | name=is too short
            {'detail':[{'loc':['body','items',0,'name'],'msg':'field required','type':'m'}]}  | -              | -             | body.items.0.name=field required
            ['first','second']                                                                | first; second  | -             | -
            [{'message':'first'},{'message':'second'}]                                        | first; second  | -             | -
            {'errors':['first','first']}                                                      | first          | -             | -
            {'errors':[{'status':'422','code':'c','title':'t','source':{'pointer':'/data/name'}}]} | -         | -             | /data/name=t
            {'error':'invalid_scope','error_description':'No such scope'}                     | No such scope  | invalid_scope | -
            {'error':{'message':'deep','code':7}}                                             | deep           | -             | -
            {'message':'gateway says no','code':'E1'}                                         | gateway says no | E1           | -
            'just text'                                                                       | just text      | -             | -
            {'status':'failed'}                                                               | -              | -             | -
            {'a':{'b':{'c':{'d':{'e':{'f':{'g':['x']}}}}}}}                                   | -              | -             | -
            {}                                                                                | -              | -             | -
            """)
    void complete_bodyOfACommonForm_saysWhatItSays(
            String json, @Nullable String message, @Nullable String code, @Nullable String fields) {
        VendorError error = body(json).complete(VendorError.builder());

        assertThat(error.message().orElse(null)).isEqualTo(message);
        assertThat(error.code().orElse(null)).isEqualTo(code);
        assertThat(error.fieldErrors().stream()
                        .map(field -> field.field() + "=" + field.message())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(fields == null ? "" : fields);
    }

    @Test
    void complete_vendorsOwnForm_isLeftAlone() {
        VendorError own = VendorError.builder()
                .message("own words")
                .addFieldErrors(new FieldError("f", "m"))
                .build();

        assertThat(body("{'detail':'other words','code':'C','errors':['x']}")
                        .complete(VendorError.builder().from(own)))
                .isEqualTo(own);
    }

    @Test
    void complete_bodyAsDeepAsTheParserAllows_isReadToABound() {
        String deep = "{'errors':[".repeat(90) + "'x'" + "]}".repeat(90);

        assertThat(body(deep).complete(VendorError.builder()).message()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            30, 30
            1.2, 2
            1e-999999999, 1
            0, 0
            '"45"', 45
            '" 7 "', 7
            -1, -
            1e999999999, -
            1e12, -
            '"soon"', -
            null, -
            {}, -
            """)
    void seconds_ofAnyForm_roundUp(String json, @Nullable Long seconds) {
        assertThat(body("{\"wait\":" + json + "}")
                        .seconds("wait")
                        .map(wait -> wait.toSeconds())
                        .orElse(null))
                .isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            1045, 45
            1045.5, 46
            999, -
            1e-999999999, -
            99999999999, -
            """)
    void untilEpochSecond_relativeToNow_isAWait(String json, @Nullable Long seconds) {
        assertThat(body("{'at':" + json + "}")
                        .untilEpochSecond("at", Instant.ofEpochSecond(1000))
                        .map(wait -> wait.toSeconds())
                        .orElse(null))
                .isEqualTo(seconds);
    }

    @Test
    void get_ofAnotherType_isNothing() {
        ErrorBody body = body("{'error':['x'],'code':7}");

        assertThat(body.get("error").get("code").text("deeper")).isEmpty();
        assertThat(body.text("code")).isEmpty();
        assertThat(body.get("code").elements()).isEmpty();
        assertThat(body.get("error").isObject()).isFalse();
    }

    private static ErrorBody body(String json) {
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return ErrorBody.of(ErrorResponse.builder()
                .status(400)
                .json(JsonReader.of(new ByteArrayInputStream(bytes)).document())
                .build());
    }
}
