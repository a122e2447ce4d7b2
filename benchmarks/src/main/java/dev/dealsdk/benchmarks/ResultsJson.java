package dev.dealsdk.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/** Results for programs: an array with an object for each thing and entrant. */
final class ResultsJson {
    private ResultsJson() {}

    static String of(List<Result> results) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartArray();
            for (Result result : results) {
                json.writeStartObject();
                json.writeStringField("what", result.what());
                json.writeStringField("entrant", result.entrant().label());
                json.writeStringField("role", result.entrant().role().name());
                for (Map.Entry<String, Double> number : result.numbers().entrySet()) {
                    json.writeNumberField(number.getKey(), number.getValue());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        return text.toString();
    }
}
