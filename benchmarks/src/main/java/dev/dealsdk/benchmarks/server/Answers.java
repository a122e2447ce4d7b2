package dev.dealsdk.benchmarks.server;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Complete answers, head and body in one piece; those that come often are made once. */
final class Answers {
    private final Map<String, byte[]> prepared = new ConcurrentHashMap<>();

    byte[] to(RequestHead request) throws InterruptedException {
        String[] path = request.target().split("/", 5);
        Shape shape = Shape.valueOf(path[1].toUpperCase(Locale.ROOT));
        int pages = Integer.parseInt(path[2]);
        TimeUnit.MILLISECONDS.sleep(Long.parseLong(path[3]));
        if (!request.method().equals("GET")) {
            // An update of a Salesforce record is answered without a body.
            boolean empty = shape == Shape.FORCE && request.target().contains("_HttpMethod");
            String status = empty ? "204 No Content" : request.method().equals("POST") ? "201 Created" : "200 OK";
            return prepared.computeIfAbsent(
                    shape + " " + status, key -> answer(status, empty ? new byte[0] : shape.one()));
        }
        int number = request.page();
        return number > 1
                ? answer("200 OK", shape.page(number, pages))
                : prepared.computeIfAbsent(shape + " " + pages, key -> answer("200 OK", shape.page(1, pages)));
    }

    private static byte[] answer(String status, byte[] body) {
        String length = body.length == 0 ? "" : "Content-Length: " + body.length + "\r\n";
        byte[] head = ("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nRequest-Id: req_5f0a8c4e1d2b\r\n"
                        + length + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }
}
