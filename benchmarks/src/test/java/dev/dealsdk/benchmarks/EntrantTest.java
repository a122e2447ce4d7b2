package dev.dealsdk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.Page;
import dev.dealsdk.benchmarks.server.ServerProcess;
import dev.dealsdk.benchmarks.server.Shape;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That the comparison is one: all read as many records of about the same size, and what they send is answered. */
class EntrantTest {

    @Test
    void pages_ofAllShapes_areOfTheSameSize() {
        double mean = Arrays.stream(Shape.values())
                .mapToInt(shape -> shape.page(1, 1).length)
                .average()
                .orElseThrow();

        for (Shape shape : Shape.values()) {
            assertThat((double) shape.page(1, 1).length).as(shape.name()).isCloseTo(mean, Percentage.withPercentage(5));
        }
    }

    @ParameterizedTest
    @EnumSource
    void calls_ofEachEntrant_areAnswered(Entrant entrant) throws Exception {
        try (ServerProcess server = ServerProcess.start();
                Contender contender = Contender.connect(entrant.type(), server.url(entrant.shape()))) {
            assertThat(records(contender.list())).hasSize(Shape.RECORDS);
            assertThat(records(contender.decode(entrant.shape().page(1, 1)))).hasSize(Shape.RECORDS);
            assertThat(contender.create()).isNotNull();
            assertThat(contender.move()).isNotNull();
        }
    }

    private static List<?> records(Object read) {
        return read instanceof Page<?> page ? page.items() : (List<?>) read;
    }
}
