package dev.dealsdk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.DealsException;
import dev.dealsdk.Operation;
import dev.dealsdk.Outcome;
import dev.dealsdk.Stage;
import dev.dealsdk.StageKind;
import dev.dealsdk.testkit.JournalEntry;
import dev.dealsdk.testkit.VendorSimulator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.function.ThrowingSupplier;

/** A client connected to a fresh account, with all that it sends in view. */
final class ContractSession implements AutoCloseable {
    private final VendorAccount account;
    private final RecordingInterceptor wire = new RecordingInterceptor();
    private final Map<String, String> configuration;
    private final SampleValues samples;
    private final DealsClient deals;
    private @Nullable ProviderProbe provider;
    private @Nullable String stage;

    ContractSession(VendorAccount account, Map<String, String> configuration, SampleValues samples) {
        this.account = account;
        this.configuration = configuration;
        this.samples = samples;
        try {
            this.deals = connect(Map.of());
        } catch (RuntimeException failed) {
            account.close();
            throw failed;
        }
    }

    DealsClient deals() {
        return deals;
    }

    Capabilities claims() {
        return deals.capabilities();
    }

    SampleValues samples() {
        return samples;
    }

    ProviderProbe provider() {
        if (provider == null) {
            provider = new ProviderProbe(config(Map.of()));
        }
        return provider;
    }

    RecordingInterceptor wire() {
        return wire;
    }

    /** One more client of the same account. */
    DealsClient connect(Map<String, String> more) {
        return DealsClient.connect(config(more));
    }

    private DealsConfig config(Map<String, String> more) {
        DealsConfig.Builder config = DealsConfig.builder()
                .rateLimit("off")
                .set("deals.max-retry-delay", "1ms")
                .httpClient(wire.httpClient());
        account.config().forEach(config::set);
        configuration.forEach(config::set);
        more.forEach(config::set);
        return config.build();
    }

    void requireVendorContract() {
        account.requireContract();
    }

    /** What is claimed when nothing unverified is. */
    Capabilities verifiedClaims() {
        return new ProviderProbe(config(Map.of("deals.allow-unverified", "false"))).capabilities();
    }

    SampleRequests requests() {
        return new SampleRequests(samples, this::stage);
    }

    /** An open deal with as little in it as the vendor allows. */
    String deal() {
        return deal(Set.of());
    }

    /** An open deal with the samples of these fields in it, as far as it can be created so. */
    String deal(Set<DealField> fields) {
        return claims().supports(Operation.CREATE) ? create(fields).id() : account.plantDeal();
    }

    private Deal create(Set<DealField> fields) {
        Set<DealField> wanted = EnumSet.noneOf(DealField.class);
        wanted.addAll(claims().requiredFields(Operation.CREATE));
        fields.stream()
                .filter(claims().writableFields(Operation.CREATE)::contains)
                .forEach(wanted::add);
        return deals.create(requests().newDeal(wanted, Map.of()));
    }

    /** A deal in the state that the operation starts from. */
    String dealFor(Operation operation) {
        String id = deal();
        if (operation == Operation.REOPEN) {
            Operation closing = claims().supports(Operation.LOSE) ? Operation.LOSE : Operation.WIN;
            assertTrue(claims().supports(closing), "reopen is claimed, but there is no way to close a deal first");
            call(closing, id, claims().requiredFields(closing));
        }
        return id;
    }

    /** Makes a call with the samples of these fields. */
    Deal call(Operation operation, String dealId, Set<DealField> fields) {
        return requests().call(deals, operation, dealId, fields, Map.of());
    }

    /**
     * The id of a stage that open deals can be in, and that is not the first one where there are several. Asked for before
     * requests are counted.
     */
    String stage() {
        if (stage == null) {
            stage = findStage();
        }
        return stage;
    }

    /** Asks for the stage now if one of these fields needs it. */
    void chooseStage(Set<DealField> fields) {
        if (fields.contains(DealField.STAGE)) {
            stage = findStage();
        }
    }

    /** For calls that will be refused: asking for the stages of the account would send something. */
    void takeSampleStage() {
        stage = samples.text(DealField.STAGE);
    }

    /** Whether the vendor is asked for its stages; otherwise they are those of the configuration, if there are any. */
    boolean listsStages() {
        return claims().supports(Operation.LIST_STAGES) && !claims().configuredStages();
    }

    private String findStage() {
        if (!listsStages()) {
            return samples.text(DealField.STAGE);
        }
        List<Stage> open = deals.stages().stream()
                .filter(stage -> stage.kind() != StageKind.WON && stage.kind() != StageKind.LOST)
                .toList();
        assertTrue(!open.isEmpty(), "the account has no stage for open deals");
        return open.get(Math.min(1, open.size() - 1)).id();
    }

    /** The stage of a deal for which none was asked, as far as that can be told. */
    String firstStage() {
        return listsStages() ? deals.stages().get(0).id() : stage();
    }

    /** The deal as it is at the vendor now, where it can be read. */
    Optional<Deal> read(String id) {
        if (claims().supports(Operation.GET)) {
            return Optional.of(deals.get(id));
        }
        return claims().supports(Operation.LIST)
                ? listed().stream().filter(deal -> deal.id().equals(id)).findFirst()
                : Optional.empty();
    }

    List<Deal> listed() {
        return listed(DealQuery.all());
    }

    List<Deal> listed(DealQuery query) {
        return deals.list(query).stream().toList();
    }

    /** What a call returns, and what it sent. */
    <T> Result<T> watch(ThrowingSupplier<T> call) {
        int before = wire.count();
        try {
            T returned = call.get();
            return new Result<>(returned, wire.after(before));
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Fails unless the call is refused before anything is sent, with a message that names the provider and all these. */
    DealsException refused(
            Class<? extends DealsException> type, Operation operation, Executable call, List<String> named) {
        int before = wire.count();
        DealsException refusal = assertThrows(DealsException.class, call, "it must be refused");
        String message = String.valueOf(refusal.getMessage());
        assertEquals(List.of(), wire.after(before), "nothing may be sent before this refusal: " + message);
        assertEquals(type, refusal.getClass(), message);
        assertEquals(Outcome.NOT_SENT, refusal.outcome(), message);
        assertEquals(0, refusal.attempts(), message);
        assertEquals(Optional.of(claims().provider()), refusal.provider(), message);
        assertEquals(Optional.of(operation), refusal.operation(), message);
        named.forEach(
                word -> assertTrue(message.contains(word), "this refusal does not say \"" + word + "\": " + message));
        return refusal;
    }

    /** Aborts the test where the provider sends no HTTP. */
    void needsHttp() {
        Assumptions.assumeTrue(
                provider().sendsHttp(),
                () -> claims().provider() + " sends no HTTP, so its responses cannot be changed");
    }

    /** The simulator behind the account; aborts the test where there is none. */
    VendorSimulator simulator() {
        return account.simulator()
                .orElseGet(() ->
                        Assumptions.abort("the account is not that of a VendorSimulator, so nothing can fail in it"));
    }

    /** The request of a call that makes several at most: the one that is a write, else the last one. */
    JournalEntry requestOf(Runnable call) {
        simulator().clearJournal();
        call.run();
        List<JournalEntry> journal = simulator().journal();
        return journal.stream()
                .filter(JournalEntry::applied)
                .findFirst()
                .orElseGet(() -> journal.get(journal.size() - 1));
    }

    /** Aborts the test where the operation is not offered; that it is refused is tested elsewhere. */
    void needs(Operation operation) {
        Assumptions.assumeTrue(
                claims().supports(operation), () -> claims().provider() + " does not offer " + operation.key());
    }

    @Override
    public void close() {
        deals.close();
        account.close();
    }

    /**
     * What became of a call.
     *
     * @param sent every request it made, in order
     */
    record Result<T>(T returned, List<SentRequest> sent) {}
}
