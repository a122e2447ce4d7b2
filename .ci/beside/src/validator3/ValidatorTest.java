import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.Test;

class ValidatorTest {
    @Test
    void validate_withJackson3_findsTheMistake() {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema("{\"type\":\"object\",\"required\":[\"name\"]}");

        assertEquals(0, schema.validate("{\"name\":\"One\"}", InputFormat.JSON).size());
        assertEquals(1, schema.validate("{}", InputFormat.JSON).size());
    }
}
