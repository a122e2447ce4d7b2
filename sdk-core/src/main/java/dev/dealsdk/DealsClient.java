package dev.dealsdk;

import dev.dealsdk.internal.Connector;
import java.util.List;

/**
 * The deals of one account at one vendor.
 *
 * <p>Every call blocks until it is done, through the retries that {@link DealsConfig} allows, and throws a {@link
 * DealsException} when it cannot be: {@link DealsException#outcome()} then says what is known of its effect. A write is
 * never silently done twice. What the vendor cannot do is refused with {@link UnsupportedByProviderException} before
 * anything is sent. Safe to share between threads. After {@link #close()} every call throws {@link
 * IllegalStateException}.
 *
 * <p>Each call may throw, besides what is listed with it: {@link AuthenticationException}, {@link PermissionException},
 * {@link RateLimitedException}, {@link VendorUnavailableException}, {@link MalformedResponseException}, and {@link
 * InvalidRequestException} when the vendor finds fault with the request.
 */
public interface DealsClient extends AutoCloseable {

    /**
     * Connects as {@link DealsConfig#load()} says: system properties, environment, {@code deals.properties}. Nothing is
     * sent yet.
     *
     * @throws ConfigurationException if the configuration cannot be used, with all its faults
     */
    static DealsClient connect() {
        return connect(DealsConfig.load());
    }

    /**
     * Connects with a configuration. Nothing is sent yet.
     *
     * @throws ConfigurationException if the configuration lacks a provider or credentials, names a provider that is not on
     *     the class path, or requires operations the provider lacks
     */
    static DealsClient connect(DealsConfig config) {
        return Connector.connect(config);
    }

    /**
     * Creates a deal. After {@link Outcome#UNKNOWN} it may exist: look before creating it again.
     *
     * @return the deal as the vendor has it now
     * @throws InvalidRequestException if a mandatory field is missing, a value is out of range or a stage does not exist
     * @throws UnsupportedByProviderException if a field cannot be taken
     */
    Deal create(NewDeal deal);

    /**
     * Fetches one deal.
     *
     * @throws DealNotFoundException if the account has no such deal
     * @throws InvalidRequestException if the id is blank or not of the vendor's form
     */
    Deal get(String dealId);

    /**
     * Changes some fields of a deal.
     *
     * @return the deal as the vendor has it now
     * @throws DealNotFoundException if the account has no such deal
     * @throws InvalidRequestException if the update changes nothing, or a value is out of range
     * @throws UnsupportedByProviderException if a field cannot be set or cleared
     */
    Deal update(String dealId, DealUpdate update);

    /**
     * Deletes a deal for good, with what the vendor keeps beneath it.
     *
     * @throws DealNotFoundException if the account has no such deal
     */
    void delete(String dealId);

    /** As {@link #move(String, Move)}, without a note. */
    default Deal move(String dealId, StageRef stage) {
        return move(dealId, Move.to(stage));
    }

    /**
     * Puts a deal into another stage.
     *
     * @return the deal as the vendor has it now
     * @throws DealNotFoundException if the account has no such deal
     * @throws InvalidRequestException if there is no such stage; the message lists those there are
     */
    Deal move(String dealId, Move move);

    /** As {@link #win(String, Win)}, with nothing more to say. */
    default Deal win(String dealId) {
        return win(dealId, Win.builder().build());
    }

    /**
     * Closes a deal as won.
     *
     * @return the deal as the vendor has it now
     * @throws DealNotFoundException if the account has no such deal
     * @throws ConflictException if its present state does not allow it
     */
    Deal win(String dealId, Win win);

    /** As {@link #lose(String, Loss)}, with a reason alone. */
    default Deal lose(String dealId, String reason) {
        return lose(dealId, Loss.of(reason));
    }

    /**
     * Closes a deal as lost.
     *
     * @return the deal as the vendor has it now
     * @throws DealNotFoundException if the account has no such deal
     * @throws InvalidRequestException if the vendor wants a reason and there is none; nothing is sent
     * @throws ConflictException if its present state does not allow it
     */
    Deal lose(String dealId, Loss loss);

    /** As {@link #reopen(String, Reopen)}, leaving stage and owner to the vendor. */
    default Deal reopen(String dealId) {
        return reopen(dealId, Reopen.builder().build());
    }

    /**
     * Puts a closed deal back to work.
     *
     * @return the deal as the vendor has it now
     * @throws DealNotFoundException if the account has no such deal
     * @throws UnsupportedByProviderException if the vendor documents no way to do it
     */
    Deal reopen(String dealId, Reopen reopen);

    /**
     * Lists deals, a page at a time as the caller reads on. No request is made before the first element is asked for.
     *
     * @throws UnsupportedByProviderException if the vendor cannot filter or sort like that
     * @throws InvalidRequestException if the page size is too large, or the page token is not one of this query
     */
    Paged<Deal> list(DealQuery query);

    /** The stages of the account in pipeline order, fetched anew with each call. */
    List<Stage> stages();

    /** What this vendor can do at all under this configuration; no request is made. */
    Capabilities capabilities();

    /**
     * A view of this client with other limits, headers or an idempotency key. It shares the connections; closing it does
     * nothing, closing this client closes it too.
     */
    DealsClient with(CallOptions options);

    /**
     * The vendor's own typed API, for what the neutral one has no word for.
     *
     * @param type the provider's public API type, such as {@code Play2SellApi.class}
     * @throws UnsupportedByProviderException if the connected provider has no such type; the message names the one it has
     */
    <T> T unwrap(Class<T> type);

    /** Closes the connections. Calls that are under way may fail. Closing twice is harmless. */
    @Override
    void close();
}
