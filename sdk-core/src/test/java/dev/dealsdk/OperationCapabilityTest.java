package dev.dealsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class OperationCapabilityTest {
    private static OperationCapability.Builder documented() {
        return OperationCapability.builder().support(Support.DOCUMENTED).explanation("PATCH /deals/{id}");
    }

    private static Capabilities of(OperationCapability update) {
        return Capabilities.builder()
                .provider("fake")
                .source("a test")
                .putOperations(Operation.UPDATE, update)
                .build();
    }

    @Test
    void textExtras_amongTheExtras_areSaidOfThatOperationAlone() {
        Capabilities capabilities =
                of(documented().addExtras("note", "site").addTextExtras("note").build());

        assertThat(capabilities.textExtras(Operation.UPDATE)).containsExactly("note");
        assertThat(capabilities.textExtras(Operation.CREATE)).isEmpty();
    }

    @Test
    void textExtras_notSaid_areNone() {
        assertThat(of(documented().addExtras("site").build()).textExtras(Operation.UPDATE))
                .isEmpty();
    }

    @Test
    void textExtras_notAmongTheExtras_areRefused() {
        OperationCapability.Builder capability = documented().addExtras("site").addTextExtras("note");

        assertThatIllegalArgumentException()
                .isThrownBy(capability::build)
                .withMessage("textExtras [note] are not all among extras [site]");
    }
}
