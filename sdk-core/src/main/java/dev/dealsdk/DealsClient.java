package dev.dealsdk;

import dev.dealsdk.internal.client.Connector;
import java.util.List;
import java.util.Optional;

/**
 * A client for the deals of one account at one vendor.
 *
 * <p>Every call blocks until it has completed, including the retries that {@link DealsConfig} allows. A call that fails
 * throws a {@link DealsException}, whose {@link DealsException#outcome() outcome()} states what is known about its
 * effect at the vendor. A write is never silently applied twice. An operation that the vendor does not offer is refused
 * with {@link UnsupportedByProviderException} before anything is sent.
 *
 * <p>Clients are safe for use by multiple threads. After {@link #close()}, every method except {@link #capabilities()}
 * throws {@link IllegalStateException}.
 *
 * <p>If {@code deals.crosswalk} is set, each method also accepts the id that a deal had before it was transferred to
 * this account. Returned deals always carry their current id.
 *
 * <p>Interrupting a thread ends its call immediately, whether the call is sending, reading or waiting. The call then
 * throws a {@link DealsException} with the known outcome, and the thread's interrupt flag stays set.
 *
 * <p>In addition to the exceptions listed with each method, every call may throw {@link AuthenticationException},
 * {@link PermissionException}, {@link RateLimitedException}, {@link VendorUnavailableException}, {@link
 * MalformedResponseException}, and {@link InvalidRequestException} if the vendor rejects the request as invalid.
 */
public interface DealsClient extends AutoCloseable {

    /**
     * Connects with the configuration that {@link DealsConfig#load()} reads from system properties, the environment and
     * {@code deals.properties}. See {@link #connect(DealsConfig)}.
     *
     * @return a client, to be closed by the caller
     * @throws ConfigurationException if the configuration is not usable; the exception lists all of its problems
     */
    static DealsClient connect() {
        return connect(DealsConfig.load());
    }

    /**
     * Connects with a configuration.
     *
     * <p>Connecting sends no request, with one exception: if the configuration names stages and the vendor can list its
     * stages, the stages are read in a single attempt, so that a wrong name is reported here. If that attempt fails,
     * each name is looked up when it is first used. {@link DealsConfig.Builder#checkStagesInBackground} moves this
     * check to a background thread.
     *
     * @param config the account to connect to and the settings of the client
     * @return a client, to be closed by the caller
     * @throws ConfigurationException if the configuration lacks a provider or credentials, names a provider that is not
     *     on the class path, requires operations that the provider lacks, names a token file without a token, or names
     *     stages that the account does not have
     */
    static DealsClient connect(DealsConfig config) {
        return Connector.connect(config);
    }

    /**
     * Creates a deal. If the call fails with {@link Outcome#UNKNOWN}, the deal may exist: look it up before you create
     * it again.
     *
     * @param deal the deal to create
     * @return the deal in its current state at the vendor
     * @throws InvalidRequestException if a mandatory field is missing, a value is out of range or the stage does not
     *     exist
     * @throws UnsupportedByProviderException if the vendor does not accept a field
     */
    Deal create(NewDeal deal);

    /**
     * Fetches one deal.
     *
     * @param dealId the vendor's id of the deal, as {@link Deal#id()} returns it
     * @return the deal in its current state at the vendor
     * @throws DealNotFoundException if the account has no such deal
     * @throws InvalidRequestException if the id is blank or does not have the vendor's format
     */
    Deal get(String dealId);

    /**
     * Changes some fields of a deal.
     *
     * @param dealId the vendor's id of the deal, as {@link Deal#id()} returns it
     * @param update the fields to set and the fields to clear; all other fields keep their values
     * @return the deal in its current state at the vendor
     * @throws DealNotFoundException if the account has no such deal
     * @throws InvalidRequestException if the update changes nothing or a value is out of range
     * @throws UnsupportedByProviderException if a field cannot be set or cleared
     */
    Deal update(String dealId, DealUpdate update);

    /**
     * Deletes a deal permanently, including the records that the vendor keeps under it.
     *
     * @param dealId the vendor's id of the deal, as {@link Deal#id()} returns it
     * @throws DealNotFoundException if the account has no such deal
     */
    void delete(String dealId);

    /**
     * Moves a deal to another stage without a note. See {@link #move(String, Move)}.
     *
     * @param dealId the vendor's id of the deal, as {@link Deal#id()} returns it
     * @param stage the target stage
     * @return the deal in its current state at the vendor
     * @throws DealNotFoundException if the account has no such deal
     * @throws InvalidRequestException if the account has no such stage; the message lists the existing stages
     */
    default Deal move(String dealId, StageRef stage) {
        return move(dealId, Move.to(stage));
    }

    /**
     * Moves a deal to another stage. Some vendors award points or run workflows on every move, so the SDK never retries
     * an uncertain move without reading the deal first.
     *
     * @param dealId the vendor's id of the deal, as {@link Deal#id()} returns it
     * @param move the target stage and an optional note
     * @return the deal in its current state at the vendor
     * @throws DealNotFoundException if the account has no such deal
     * @throws InvalidRequestException if the account has no such stage; the message lists the existing stages
     */
    Deal move(String dealId, Move move);

    /**
     * Closes a deal as won, without a final value, reason or note. See {@link #win(String, Win)}.
     *
     * @param dealId the vendor's id of the deal, as {@link Deal#id()} returns it
     * @return the deal in its current state at the vendor
     * @throws DealNotFoundException if the account has no such deal
     * @throws ConflictException if the current state of the deal does not allow it
     */
    default Deal win(String dealId) {
        return win(dealId, Win.builder().build());
    }

    /**
     * Closes a deal as won.
     *
     * @param dealId the vendor's id of the deal, as {@link Deal#id()} returns it
     * @param win the final value, the reason and a note, as far as the vendor accepts them
     * @return the deal in its current state at the vendor
     * @throws DealNotFoundException if the account has no such deal
     * @throws ConflictException if the current state of the deal does not allow it
     * @throws UnsupportedByProviderException if the vendor cannot close deals or does not accept a field
     */
    Deal win(String dealId, Win win);

    /**
     * Closes a deal as lost, with a reason and nothing else. See {@link #lose(String, Loss)}.
     *
     * @param dealId the vendor's id of the deal, as {@link Deal#id()} returns it
     * @param reason why the deal was lost; one of the vendor's reasons if the vendor has a list of them
     * @return the deal in its current state at the vendor
     * @throws DealNotFoundException if the account has no such deal
     * @throws InvalidRequestException if the reason is blank and the vendor requires one; nothing is sent
     * @throws ConflictException if the current state of the deal does not allow it
     */
    default Deal lose(String dealId, String reason) {
        return lose(dealId, Loss.of(reason));
    }

    /**
     * Closes a deal as lost.
     *
     * @param dealId the vendor's id of the deal, as {@link Deal#id()} returns it
     * @param loss the reason and an optional note
     * @return the deal in its current state at the vendor
     * @throws DealNotFoundException if the account has no such deal
     * @throws InvalidRequestException if the vendor requires a reason and there is none; nothing is sent
     * @throws ConflictException if the current state of the deal does not allow it
     * @throws UnsupportedByProviderException if the vendor cannot close deals or does not accept a field
     */
    Deal lose(String dealId, Loss loss);

    /**
     * Reopens a closed deal and leaves its stage and owners to the vendor. See {@link #reopen(String, Reopen)}.
     *
     * @param dealId the vendor's id of the deal, as {@link Deal#id()} returns it
     * @return the deal in its current state at the vendor
     * @throws DealNotFoundException if the account has no such deal
     * @throws InvalidRequestException if the vendor requires a stage or an owner; nothing is sent
     * @throws UnsupportedByProviderException if the vendor documents no way to reopen a deal
     */
    default Deal reopen(String dealId) {
        return reopen(dealId, Reopen.builder().build());
    }

    /**
     * Reopens a closed deal.
     *
     * @param dealId the vendor's id of the deal, as {@link Deal#id()} returns it
     * @param reopen the stage in which the deal continues and its new owners
     * @return the deal in its current state at the vendor
     * @throws DealNotFoundException if the account has no such deal
     * @throws InvalidRequestException if a field that the vendor requires is missing, or the account has no such stage
     * @throws UnsupportedByProviderException if the vendor documents no way to reopen a deal
     */
    Deal reopen(String dealId, Reopen reopen);

    /**
     * Lists deals. Pages are fetched as the caller iterates; no request is sent before the first element is requested.
     *
     * @param query the filters, the order and the page to start at
     * @return a listing; each iteration over it starts again from the beginning
     * @throws UnsupportedByProviderException if the vendor cannot filter or sort as requested
     * @throws InvalidRequestException if the page size is too large, or the page token does not belong to this query
     */
    Paged<Deal> list(DealQuery query);

    /**
     * Fetches the stages of the account. Each call sends a request; the result is not cached.
     *
     * @return the stages in pipeline order; empty if the account has none
     * @throws UnsupportedByProviderException if the vendor documents no way to list them
     */
    List<Stage> stages();

    /**
     * Finds the deal that was created with a reference. The client reads the deals of the account page by page, one
     * request per page, until it finds the deal.
     *
     * @param reference the {@link NewDeal#reference()} with which the deal was created
     * @return the first deal with that reference; empty if there is none
     * @throws UnsupportedByProviderException if the vendor keeps no references
     * @throws InvalidRequestException if the reference is blank, or {@code deals.reference-field} is not set
     * @throws DealsException if the deals cannot be read
     */
    Optional<Deal> findByReference(String reference);

    /**
     * {@return the rate limit of the account, from the last response to this client that reported one; all parts are
     * empty until a response has reported it} Sends no request.
     *
     * @throws IllegalStateException if the client is closed
     */
    RateLimit quota();

    /**
     * {@return what this vendor can do under this configuration} Sends no request, and also works after {@link
     * #close()}.
     */
    Capabilities capabilities();

    /**
     * Creates a view of this client with other timeouts, attempts or headers, or with an idempotency key.
     *
     * @param options the options for every call of the view; they replace all options of an earlier view
     * @return a view that shares the connections of this client; closing the view has no effect, closing this client
     *     closes the view
     * @throws IllegalStateException if this client is closed
     */
    DealsClient with(CallOptions options);

    /**
     * {@return an asynchronous view of this client, with the same {@linkplain #with options}}
     *
     * @throws IllegalStateException if this client is closed
     */
    AsyncDealsClient async();

    /**
     * Returns the typed API of the vendor itself, for endpoints and fields that have no neutral counterpart.
     *
     * @param <T> the type of the API
     * @param type the public API type of the provider, such as {@code Play2SellApi.class}
     * @return the API, with the authentication, limits and {@linkplain #with options} of this client; closing this
     *     client closes it
     * @throws UnsupportedByProviderException if the connected provider has no such type; the message names the type
     *     that it has
     */
    <T> T unwrap(Class<T> type);

    /**
     * Closes this client, its views and every API that {@link #unwrap} returned. No new call can start. Calls in flight
     * have 3 seconds to complete, and this method waits for them; calls that take longer then fail immediately with
     * their known {@linkplain DealsException#outcome() outcome}. An interrupt ends the wait.
     *
     * <p>Connections are closed with the last client of the account in this process, unless the caller supplied the
     * HTTP client. Closing a client twice has no effect. All threads of the SDK are daemon threads, so a program that
     * never calls this method still exits.
     */
    @Override
    void close();
}
