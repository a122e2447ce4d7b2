package dev.dealsdk.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dealsdk.Deal;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealsException;
import dev.dealsdk.FieldError;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.Page;
import dev.dealsdk.VendorCall;
import dev.dealsdk.json.NeutralJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DealsModuleTest {
    /** What the command line writes, too. */
    private static final Path FILES = Path.of("..", "..", "json", "src", "test", "resources", "dev", "dealsdk", "json");

    private static final Deal DEAL = Deal.builder()
            .id("1")
            .provider("acme")
            .status(DealStatus.OPEN)
            .putExtras("exact", new BigDecimal("0.10"))
            .putExtras("large", new BigDecimal("9007199254740993.10"))
            .build();

    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(new DealsModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // Else Jackson's own trees turn 2.50 into 2.5.
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    static Stream<Class<?>> types() {
        return NeutralJson.types().stream();
    }

    private JavaType javaType(Class<?> type) {
        return type == Page.class
                ? mapper.getTypeFactory().constructParametricType(Page.class, Deal.class)
                : mapper.constructType(type);
    }

    private static List<String> lines(Class<?> type) throws IOException {
        return Files.readAllLines(FILES.resolve(type.getSimpleName() + ".jsonl"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void readAndWrite_ofEveryType_giveTheSameBytes(Class<?> type) throws IOException {
        List<String> written = new ArrayList<>();
        for (String line : lines(type)) {
            Object value = mapper.readValue(line, javaType(type));
            assertThat(value).isInstanceOf(type);
            written.add(mapper.writeValueAsString(value));
        }

        assertThat(written).containsExactlyElementsOf(lines(type)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void readAndWrite_throughATree_giveAnEqualValue(Class<?> type) throws IOException {
        for (String line : lines(type)) {
            Object value = mapper.readValue(line, javaType(type));

            assertThat(mapper.<Object>readValue(mapper.treeAsTokens(mapper.valueToTree(value)), javaType(type)))
                    .isEqualTo(value);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void write_withoutTheModule_namesTheArtifactToAdd(Class<?> type) throws IOException {
        for (String line : lines(type)) {
            Object value = mapper.readValue(line, javaType(type));

            assertThatExceptionOfType(JsonMappingException.class)
                    .isThrownBy(() -> plain().writeValueAsString(value))
                    .withMessageContaining("dev.dealsdk:deals-jackson");
            assertThatExceptionOfType(JsonMappingException.class)
                    .isThrownBy(() -> plain().writeValueAsString(Map.of("items", List.of(value))))
                    .withMessageContaining("dev.dealsdk:deals-jackson");
        }
    }

    private static JsonMapper plain() {
        return JsonMapper.builder()
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .build();
    }

    record Order(String number, NewDeal deal, List<Page<Deal>> pages) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"deal":{"value":{"amount":"12"}}}      | value.amount: a number is expected, not the text "12" | deal.value.amount
                    {"deal":{"expectedCloseOn":"tomorrow"}} | expectedCloseOn: a day such as "2026-05-01"           | deal.expectedCloseOn
                    {"deal":{"stage":"won"}}                | stage: a stage, {"id": "..."} or {"named": "..."}     | deal.stage
                    {"deal":{"lineItems":[{}]}}             | lineItems[0].itemId: is missing                       | deal.lineItems.0.itemId
                    {"deal":[]}                             | an object is expected, not a list                     | deal
                    {"deal":{"nam":"x"}}                    | nam: there is no such field                           | deal.nam
                    {"deal":{"winProbability":NaN}}         | NaN is no number of JSON                              | deal
                    {"pages":[{"items":[{"id":"1"}]}]}      | provider: is missing                                  | pages.0.items.0.provider
                    {"pages":[{"items":[null]}]}            | null cannot stand here                                | pages.0.items.0
                    {"pages":[{"items":3}]}                 | items: a list is expected, not the number 3           | pages.0.items
                    {"pages":[{"total":"3"}]}               | total: a whole number is expected                     | pages.0.total
                    {"pages":["x"]}                         | an object is expected, not the text "x"               | pages.0
                    """)
    void read_badValueInATypeOfTheProgram_namesTheWholePath(String json, String message, String path) {
        JsonMapper lenient = mapper.rebuild()
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();

        assertThatExceptionOfType(MismatchedInputException.class)
                .isThrownBy(() -> lenient.readValue(json, Order.class))
                .withMessageContaining(message)
                .satisfies(fault -> assertThat(fault.getPath().stream()
                                .map(step -> step.getFieldName() == null
                                        ? String.valueOf(step.getIndex())
                                        : step.getFieldName()))
                        .containsExactly(path.split("\\.")));
    }

    @Test
    void read_unknownFields_areIgnoredIfTheMapperIgnoresThem() throws JsonProcessingException {
        JsonMapper ignoring = mapper.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();

        assertThat(ignoring.readValue("{\"name\":\"x\",\"contact\":{\"phone\":\"1\"},\"nam\":{}}", NewDeal.class)
                        .name())
                .contains("x");
        assertThat(ignoring.readValue("{\"items\":[],\"page\":1}", new TypeReference<Page<Deal>>() {})
                        .items())
                .isEmpty();
    }

    @Test
    void write_underOtherNamingAndInclusion_keepsTheForm() throws IOException {
        JsonMapper other = mapper.rebuild()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .build();

        for (String line : lines(Deal.class)) {
            assertThat(other.writeValueAsString(other.readValue(line, Deal.class)))
                    .isEqualTo(line);
        }
    }

    record Box(Object content) {}

    @ParameterizedTest
    @EnumSource(names = {"PROPERTY", "WRAPPER_ARRAY", "WRAPPER_OBJECT"})
    void readAndWrite_withDefaultTyping_giveAnEqualValue(JsonTypeInfo.As form) throws JsonProcessingException {
        JsonMapper typing = mapper.rebuild()
                .activateDefaultTyping(
                        BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("dev.dealsdk.")
                                .build(),
                        ObjectMapper.DefaultTyping.JAVA_LANG_OBJECT,
                        form)
                .build();
        String json = typing.writeValueAsString(new Box(DEAL));

        assertThat(json).contains("\"dev.dealsdk.Deal\"");
        assertThat(typing.readValue(json, Box.class).content()).isEqualTo(DEAL);
    }

    @Test
    void read_convertedTree_keepsExactNumbers() {
        ObjectNode tree = mapper.valueToTree(DEAL);

        assertThat(mapper.convertValue(tree, Deal.class)).isEqualTo(DEAL);
        assertThat(mapper.convertValue(DEAL, Deal.class)).isEqualTo(DEAL);
    }

    @Test
    void readPage_ofAnotherType_readsItsItems() throws JsonProcessingException {
        Page<Integer> page = mapper.readValue("{\"items\":[1,2],\"total\":2}", new TypeReference<Page<Integer>>() {});

        assertThat(page.items()).containsExactly(1, 2);
        assertThat(mapper.writeValueAsString(page)).isEqualTo("{\"items\":[1,2],\"problems\":[],\"total\":2}");
    }

    @Test
    void write_exception_isAProblem() throws JsonProcessingException {
        DealsException failure = new InvalidRequestException(
                "",
                List.of(new FieldError("name", "is blank")),
                VendorCall.builder()
                        .provider("acme")
                        .operation(Operation.CREATE)
                        .build(),
                null);

        assertThat(mapper.writeValueAsString(failure))
                .isEqualTo("{\"type\":\"urn:dealsdk:problem:invalid-request\",\"title\":\"The request is wrong\","
                        + "\"status\":422,\"detail\":\"acme create: name: is blank (nothing was sent)\","
                        + "\"provider\":\"acme\",\"operation\":\"CREATE\",\"outcome\":\"NOT_SENT\",\"attempts\":0,"
                        + "\"fieldErrors\":[{\"field\":\"name\",\"message\":\"is blank\"}]}");
    }

    @Test
    void module_onTheClassPath_isFoundByItsServiceFile() throws JsonProcessingException {
        JsonMapper found = JsonMapper.builder().findAndAddModules().build();

        assertThat(found.readValue(found.writeValueAsString(DEAL), Deal.class)).isEqualTo(DEAL);
    }
}
