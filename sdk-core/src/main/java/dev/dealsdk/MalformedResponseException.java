package dev.dealsdk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The response is not what the vendor documents: an HTML page, cut or broken JSON, too large, a redirect. The message holds
 * its status and a short, cleaned excerpt.
 *
 * <p>A page of a listing that cannot be read as a whole can be left out, where the place of the next one can be computed:
 *
 * <pre>{@code
 * } catch (MalformedResponseException unreadable) {
 *     query = DealQuery.builder().from(query).pageToken(unreadable.nextPageToken()).build();
 *     // list(query) goes on with the page after it
 * }
 * }</pre>
 */
public final class MalformedResponseException extends DealsException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String nextPageToken;

    /**
     * For providers.
     *
     * @param message what is wrong, as one sentence; what is known of the call is put around it
     * @param call the call it happened in, and its {@linkplain DealsException#outcome() outcome}
     * @param cause what caused it; null when nothing was thrown
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
                                ? "; the pages after it cannot be reached: their place is told in this page alone"
                                : "; the listing goes on without it at nextPageToken()");
        this.nextPageToken = nextPageToken;
    }

    /**
     * {@return where the page after the unreadable one begins, for {@link DealQuery#pageToken()}; empty when this is no failure of
     * {@link DealsClient#list}, when the response was no success, or when the vendor tells the place of a page in the page
     * before it alone} What the unreadable page held is missing then. Under an order that the SDK applies
     * ({@code deals.local-query}) all pages are read before the first deal is given out: there the token begins the same listing
     * again, without that page. A caller that leaves out pages counts them: a vendor
     * whose pages are all unreadable has no last one.
     */
    public Optional<String> nextPageToken() {
        return Optional.ofNullable(nextPageToken);
    }

    /**
     * {@return the same failure, as that of a page of a listing} For the SDK.
     *
     * @param token where the page after it begins; empty where that cannot be computed
     */
    public MalformedResponseException ofPage(Optional<String> token) {
        return new MalformedResponseException(this, token.orElse(null));
    }
}
