package dev.dealsdk.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that a simulator received, and its result. Immutable.
 *
 * @param method the method as sent, in upper case
 * @param path the path as sent, percent-encoded, without the query
 * @param query the decoded parameters in the order in which they were sent
 * @param headers all headers, including secrets; names are case-insensitive
 * @param body the body as text; empty if none was sent
 * @param status the HTTP status that was sent; 0 if the connection was closed before, or the response has not been sent
 *     yet
 * @param applied true if the request changed the vendor's data, regardless of the response that the caller received
 * @param fault a description of the injected fault, if one struck the request
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
     * Returns the value of a header.
     *
     * @param name the name, in any case
     * @return the value, including secrets; several values are joined with a comma
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /**
     * Returns the value of a query parameter.
     *
     * @param name the name as sent
     * @return the first value, decoded
     */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).map(values -> values.get(0));
    }

    /** Omits header values and the body, which may contain secrets; contains only whether a token was sent. */
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
