package dev.dealsdk.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request a simulator received, and what became of it. Immutable.
 *
 * @param method as sent, in upper case
 * @param path as sent, still percent-encoded, without the query
 * @param query decoded parameters in the order sent
 * @param headers all headers, secrets included; looked up without regard to case
 * @param body the body as text, empty when none was sent
 * @param status the HTTP status sent; 0 if the connection was cut first, or the response is still held back
 * @param applied whether the vendor's data was really changed, whatever the caller was told
 * @param fault the injected fault in words, if one was met
 */
public record JournalEntry(
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, String> headers,
        String body,
        int status,
        boolean applied,
        Optional<String> fault) {

    static JournalEntry received(SimulatorRequest request) {
        return new JournalEntry(
                request.method(),
                request.path(),
                request.query(),
                request.headers(),
                request.body(),
                0,
                false,
                Optional.empty());
    }

    JournalEntry met(String description) {
        return new JournalEntry(method, path, query, headers, body, status, applied, Optional.of(description));
    }

    JournalEntry responded(int newStatus, boolean newApplied) {
        return new JournalEntry(method, path, query, headers, body, newStatus, newApplied, fault);
    }

    /**
     * Looks up a header.
     *
     * @param name in any case
     * @return its value, secrets included; several are joined by a comma
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /**
     * Looks up a query parameter.
     *
     * @param name as sent
     * @return its first value, decoded
     */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).map(values -> values.get(0));
    }

    /** Leaves out header values and the body, which may hold secrets; says only whether a token was sent. */
    @Override
    public String toString() {
        return method + " " + path + (query.isEmpty() ? "" : " " + query)
                + (headers.containsKey("Authorization") ? ", authorization redacted" : ", no authorization")
                + (body.isEmpty() ? "" : ", body of " + body.length() + " characters")
                + ", status " + status
                + (applied ? ", applied" : "")
                + fault.map(text -> ", fault: " + text).orElse("");
    }
}
