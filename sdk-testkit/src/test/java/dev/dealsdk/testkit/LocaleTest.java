package dev.dealsdk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ids and error bodies are the same on a machine whose language has digits of its own. */
final class LocaleTest {
    private final Locale before = Locale.getDefault();

    @BeforeEach
    void speakArabic() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    }

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @Test
    void requestId_inArabic_hasLatinDigits() throws Exception {
        try (Play2SellSimulator simulator = Play2SellSimulator.start()) {
            Caller.Reply reply = Caller.of(simulator).get("/v1/deals/" + Caller.UNKNOWN);

            assertThat(reply.meta()).containsEntry("request_id", "req_000001");
        }
    }

    @Test
    void addStatus_inArabic_givesAnIdWithLatinDigits() {
        try (StardexSimulator simulator = StardexSimulator.start()) {
            assertThat(simulator.addStatus("Paused")).matches("ccc33333-dddd-eeee-ffff-00000000\\d{4}");
        }
    }
}
