package dev.dealsdk.spring;

import dev.dealsdk.DealsException;
import dev.dealsdk.FieldError;
import dev.dealsdk.json.NeutralJson;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.server.ServerWebInputException;

/**
 * Turns failures into problem details. It precedes Boot's own handler, whose order is 0 and which would say less about
 * an unreadable body. An advice of the application with an order below -1 precedes this one.
 */
@ControllerAdvice
@Order(-1)
final class DealsExceptionHandler {
    /** The members for which {@link ProblemDetail} has properties of its own. */
    private static final List<String> STANDARD = List.of("type", "title", "status", "detail");

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(DealsException failure) {
        Map<String, @Nullable Object> members = NeutralJson.problem(failure);
        ProblemDetail problem = ProblemDetail.forStatus(Integer.parseInt(text(members, "status")));
        problem.setType(URI.create(text(members, "type")));
        problem.setTitle(text(members, "title"));
        problem.setDetail(text(members, "detail"));
        members.forEach((name, value) -> {
            if (!STANDARD.contains(name)) {
                problem.setProperty(name, value);
            }
        });
        ResponseEntity.BodyBuilder response = ResponseEntity.status(problem.getStatus());
        Object wait = members.get("retryAfterSeconds");
        if (wait != null) {
            response.header(HttpHeaders.RETRY_AFTER, wait.toString());
        }
        return response.body(problem);
    }

    private static String text(Map<String, @Nullable Object> members, String name) {
        return String.valueOf(members.get(name));
    }

    /** Of a body that has nothing to do with the SDK nothing is said: the next handler has its turn. */
    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException failure) {
        return BodyFault.in(failure).map(DealsExceptionHandler::unreadable).orElseThrow(() -> failure);
    }

    /** The same in a reactive application. */
    @ExceptionHandler
    ProblemDetail unreadable(ServerWebInputException failure) {
        return BodyFault.in(failure).map(DealsExceptionHandler::unreadable).orElseThrow(() -> failure);
    }

    private static ProblemDetail unreadable(FieldError fault) {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.BAD_REQUEST);
        problem.setType(URI.create("urn:dealsdk:problem:unreadable-request"));
        problem.setTitle("The request cannot be read");
        problem.setDetail(fault.field().isEmpty() ? fault.message() : fault.field() + ": " + fault.message());
        problem.setProperty("fieldErrors", List.of(fault));
        return problem;
    }
}
