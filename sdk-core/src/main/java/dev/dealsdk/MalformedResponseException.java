package dev.dealsdk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if a response is not what the vendor documents: an HTML page, truncated or broken JSON, a body that is too
 * large, or a redirect. The message contains the HTTP status and a short, cleaned excerpt of the body.
 *
 * <p>A listing can skip an unreadable page if the position of the next page can be computed:
 *
 * <pre>{@code
 * } catch (MalformedResponseException unreadable) {
 *     query = DealQuery.builder().from(query).pageToken(unreadable.nextPageToken()).build();
 *     // list(query) continues with the next page
 * }
 * }</pre>
 */
public final class MalformedResponseException extends DealsException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String nextPageToken;

    /**
     * Creates an exception. Intended for providers.
     *
     * @param message the problem, in one sentence; the exception adds the details of the call to it
     * @param call the failed call and its {@linkplain DealsException#outcome() outcome}
     * @param cause the cause; null if there is none
     */
    public MalformedResponseException(String message, VendorCall call, @Nullable Throwable cause) {
        super(message, call, cause);
        this.nextPageToken = null;
    }

    private MalformedResponseException(MalformedResponseException page, @Nullable String nextPageToken) {
        super(
                page,
                page.nextPageToken != null
                        // Its message says so.
                        ? ""
                        : nextPageToken == null
                                ? "; the pages after it cannot be reached, because only this page contains their position"
                                : "; nextPageToken() continues the listing after it");
        this.nextPageToken = nextPageToken;
    }

    /**
     * {@return the token of the page after the unreadable one, for {@link DealQuery#pageToken()}; empty if the failure
     * is not one of {@link DealsClient#list}, if the response had an error status, or if only the unreadable page
     * contains the position of the next page}
     *
     * <p>A listing that continues with this token lacks the deals of the unreadable page. If the SDK sorts ({@code
     * deals.local-query}), it reads all pages before it returns the first deal; the token then restarts the same
     * listing without that page. Limit the number of pages that you skip: if every page of a vendor is unreadable, such
     * a listing has no last page.
     */
    public Optional<String> nextPageToken() {
        return Optional.ofNullable(nextPageToken);
    }

    /**
     * {@return a copy of this exception, for a page of a listing} Intended for the SDK.
     *
     * @param token the token of the next page; empty if it cannot be computed
     */
    public MalformedResponseException ofPage(Optional<String> token) {
        return new MalformedResponseException(this, token.orElse(null));
    }
}
