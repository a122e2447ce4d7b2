package dev.dealsdk;

import dev.dealsdk.internal.client.Connector;
import java.util.List;
import java.util.Optional;

/**
 * The deals of one account at one vendor.
 *
 * <p>Every call blocks until it is done, through the retries that {@link DealsConfig} allows, and throws a {@link
 * DealsException} when it cannot be: {@link DealsException#outcome()} then says what is known of its effect. A write is
 * never silently done twice. What the vendor cannot do is refused with {@link UnsupportedByProviderException} before
 * anything is sent. Safe to share between threads. After {@link #close()} every call but {@link
 * #capabilities()} throws {@link IllegalStateException}.
 *
 * <p>Where {@code deals.crosswalk} is set, each method takes the id that a deal had before it was transferred to this account as
 * well; deals that are returned have the id that they have now.
 *
 * <p>Interrupting a thread ends its call at once, wherever it is: the call throws a {@link DealsException} that says what is
 * known of its effect, and the thread's flag stays set.
 *
 * <p>Each call may throw, besides what is listed with it: {@link AuthenticationException}, {@link PermissionException},
 * {@link RateLimitedException}, {@link VendorUnavailableException}, {@link MalformedResponseException}, and {@link
 * InvalidRequestException} when the vendor finds fault with the request.
 */
public interface DealsClient extends AutoCloseable {

    /**
     * Connects as {@link DealsConfig#load()} says: system properties, environment, {@code deals.properties}; see {@link
     * #connect(DealsConfig)}.
     *
     * @return a client to be closed by the caller
     * @throws ConfigurationException if the configuration cannot be used, with all its faults
     */
    static DealsClient connect() {
        return connect(DealsConfig.load());
    }

    /**
     * Connects with a configuration. Nothing is sent yet, with one exception: if the configuration names stages and the
     * vendor can list its stages, they are read, in one attempt, so that a wrong name is told here. If that fails, each
     * name is looked up when it is first used. {@link DealsConfig.Builder#checkStagesInBackground} leaves this to the
     * background.
     *
     * @param config the account to connect with
     * @return a client to be closed by the caller
     * @throws ConfigurationException if the configuration lacks a provider or credentials, names a provider that is not
     *     on the class path, requires operations the provider lacks, names a token file without a token, or stages that
     *     the account does not have
     */
    static DealsClient connect(DealsConfig config) {
        return Connector.connect(config);
    }

    /**
     * Creates a deal. After {@link Outcome#UNKNOWN} it may exist: look before creating it again.
     *
     * @param deal what it shall be
     * @return the deal as the vendor has it now
     * @throws InvalidRequestException if a mandatory field is missing, a value is out of range or a stage does not
     *     exist
     * @throws UnsupportedByProviderException if a field cannot be taken
     */
    Deal create(NewDeal deal);

    /**
     * Fetches one deal.
     *
     * @param dealId the vendor's id, as {@link Deal#id()} gives it
     * @return the deal as the vendor has it now
     * @throws DealNotFoundException if the account has no such deal
     * @throws InvalidRequestException if the id is blank or not of the vendor's form
     */
    Deal get(String dealId);

    /**
     * Changes some fields of a deal.
     *
     * @param dealId the vendor's id, as {@link Deal#id()} gives it
     * @param update what to set and what to clear; all else is left alone
     * @return the deal as the vendor has it now
     * @throws DealNotFoundException if the account has no such deal
     * @throws InvalidRequestException if the update changes nothing, or a value is out of range
     * @throws UnsupportedByProviderException if a field cannot be set or cleared
     */
    Deal update(String dealId, DealUpdate update);

    /**
     * Deletes a deal for good, with what the vendor keeps beneath it.
     *
     * @param dealId the vendor's id, as {@link Deal#id()} gives it
     * @throws DealNotFoundException if the account has no such deal
     */
    void delete(String dealId);

    /**
     * Puts a deal into another stage, as {@link #move(String, Move)} does, without a note.
     *
     * @param dealId the vendor's id, as {@link Deal#id()} gives it
     * @param stage where it goes
     * @return the deal as the vendor has it now
     * @throws DealNotFoundException if the account has no such deal
     * @throws InvalidRequestException if there is no such stage; the message lists those there are
     */
    default Deal move(String dealId, StageRef stage) {
        return move(dealId, Move.to(stage));
    }

    /**
     * Puts a deal into another stage. Some vendors award points or run workflows on every move, so it is not repeated
     * blindly.
     *
     * @param dealId the vendor's id, as {@link Deal#id()} gives it
     * @param move where it goes, and what to note about it
     * @return the deal as the vendor has it now
     * @throws DealNotFoundException if the account has no such deal
     * @throws InvalidRequestException if there is no such stage; the message lists those there are
     */
    Deal move(String dealId, Move move);

    /**
     * Closes a deal as won, as {@link #win(String, Win)} does, with nothing more to say.
     *
     * @param dealId the vendor's id, as {@link Deal#id()} gives it
     * @return the deal as the vendor has it now
     * @throws DealNotFoundException if the account has no such deal
     * @throws ConflictException if its present state does not allow it
     */
    default Deal win(String dealId) {
        return win(dealId, Win.builder().build());
    }

    /**
     * Closes a deal as won.
     *
     * @param dealId the vendor's id, as {@link Deal#id()} gives it
     * @param win what it was sold for and why, as far as the vendor takes it
     * @return the deal as the vendor has it now
     * @throws DealNotFoundException if the account has no such deal
     * @throws ConflictException if its present state does not allow it
     * @throws UnsupportedByProviderException if the vendor cannot close deals, or a field cannot be taken
     */
    Deal win(String dealId, Win win);

    /**
     * Closes a deal as lost, as {@link #lose(String, Loss)} does, with a reason alone.
     *
     * @param dealId the vendor's id, as {@link Deal#id()} gives it
     * @param reason why it was lost, in the vendor's words where it has a list
     * @return the deal as the vendor has it now
     * @throws DealNotFoundException if the account has no such deal
     * @throws InvalidRequestException if the reason is blank and the vendor wants one; nothing is sent
     * @throws ConflictException if its present state does not allow it
     */
    default Deal lose(String dealId, String reason) {
        return lose(dealId, Loss.of(reason));
    }

    /**
     * Closes a deal as lost.
     *
     * @param dealId the vendor's id, as {@link Deal#id()} gives it
     * @param loss why it was lost, and what to note about it
     * @return the deal as the vendor has it now
     * @throws DealNotFoundException if the account has no such deal
     * @throws InvalidRequestException if the vendor wants a reason and there is none; nothing is sent
     * @throws ConflictException if its present state does not allow it
     * @throws UnsupportedByProviderException if the vendor cannot close deals, or a field cannot be taken
     */
    Deal lose(String dealId, Loss loss);

    /**
     * Puts a closed deal back to work, as {@link #reopen(String, Reopen)} does, leaving stage and owner to the vendor.
     *
     * @param dealId the vendor's id, as {@link Deal#id()} gives it
     * @return the deal as the vendor has it now
     * @throws DealNotFoundException if the account has no such deal
     * @throws InvalidRequestException if the vendor wants a stage or an owner; nothing is sent
     * @throws UnsupportedByProviderException if the vendor documents no way to do it
     */
    default Deal reopen(String dealId) {
        return reopen(dealId, Reopen.builder().build());
    }

    /**
     * Puts a closed deal back to work.
     *
     * @param dealId the vendor's id, as {@link Deal#id()} gives it
     * @param reopen where it goes on and who takes it over
     * @return the deal as the vendor has it now
     * @throws DealNotFoundException if the account has no such deal
     * @throws InvalidRequestException if something the vendor wants is missing, or there is no such stage
     * @throws UnsupportedByProviderException if the vendor documents no way to do it
     */
    Deal reopen(String dealId, Reopen reopen);

    /**
     * Lists deals, a page at a time as the caller reads on. No request is made before the first element is asked for.
     *
     * @param query which deals, in which order, and where to begin
     * @return a listing that starts anew with every iteration
     * @throws UnsupportedByProviderException if the vendor cannot filter or sort like that
     * @throws InvalidRequestException if the page size is too large, or the page token is not one of this query
     */
    Paged<Deal> list(DealQuery query);

    /**
     * Fetches the stages of the account, anew with each call.
     *
     * @return the stages in pipeline order; empty when the account has none
     * @throws UnsupportedByProviderException if the vendor documents no way to list them
     */
    List<Stage> stages();

    /**
     * Finds the deal that was created with a reference, by reading the account's deals: as many requests as there are pages,
     * until it is found.
     *
     * @param reference the {@link NewDeal#reference()} it was created with
     * @return the first deal that has it; empty if none has
     * @throws UnsupportedByProviderException if the vendor keeps no references
     * @throws InvalidRequestException if the reference is blank, or {@code deals.reference-field} is not set
     * @throws DealsException if the deals cannot be read
     */
    Optional<Deal> findByReference(String reference);

    /**
     * {@return what the vendor said of the account's rate limit in the last response to this client that spoke of it; all parts
     * are empty until one has} Sends nothing.
     *
     * @throws IllegalStateException if the client is closed
     */
    RateLimit quota();

    /** {@return what this vendor can do at all under this configuration} No request is made; closing changes nothing. */
    Capabilities capabilities();

    /**
     * Makes a view of this client with other limits, headers or an idempotency key.
     *
     * @param options for every call of the view; none of an earlier view are kept
     * @return a view that shares the connections; closing it does nothing, closing this client closes it too
     * @throws IllegalStateException if this client is closed
     */
    DealsClient with(CallOptions options);

    /**
     * {@return the same calls without a thread that waits for them, with the {@linkplain #with options} of this client}
     *
     * @throws IllegalStateException if this client is closed
     */
    AsyncDealsClient async();

    /**
     * The vendor's own typed API, for what the neutral one has no word for.
     *
     * @param <T> the type asked for
     * @param type the provider's public API type, such as {@code Play2SellApi.class}
     * @return the API, with the authentication, limits and {@linkplain #with options} of this client; it is closed with it
     * @throws UnsupportedByProviderException if the connected provider has no such type; the message names the one it
     *     has
     */
    <T> T unwrap(Class<T> type);

    /**
     * Closes this client, its views and what they handed out: no further call begins. Calls under way have 3 seconds to come
     * to their end, for which this waits; those that take longer then fail at once with the {@linkplain
     * DealsException#outcome() outcome} that is known. An interrupt ends the wait. Connections are closed with the
     * last client of the account in this process, unless the caller handed in the HTTP client. Closing twice is harmless, and a program that forgets it exits all the same.
     */
    @Override
    void close();
}
