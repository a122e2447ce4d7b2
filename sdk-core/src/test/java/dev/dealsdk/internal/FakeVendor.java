package dev.dealsdk.internal;

import dev.dealsdk.CallOptions;
import dev.dealsdk.Capabilities;
import dev.dealsdk.Deal;
import dev.dealsdk.DealField;
import dev.dealsdk.DealFilter;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealSort;
import dev.dealsdk.DealStatus;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealsClient;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.DealsException;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Operation;
import dev.dealsdk.OperationCapability;
import dev.dealsdk.Page;
import dev.dealsdk.Reopen;
import dev.dealsdk.Stage;
import dev.dealsdk.StageKind;
import dev.dealsdk.Support;
import dev.dealsdk.Win;
import dev.dealsdk.internal.http.TransportFactory;
import dev.dealsdk.spi.Call;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.ProviderClient;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A vendor without a network: what arrives there is noted, what it answers is the test's. */
final class FakeVendor implements ProviderClient {
    final List<Object> arrived = Collections.synchronizedList(new ArrayList<>());
    final List<CallScope> scopes = Collections.synchronizedList(new ArrayList<>());
    List<Stage> stages = List.of(stage("s1", "Lead"), stage("s2", "Negotiation"), stage("s3", "Won"));
    Deal answer = deal("d1");
    /** What every create fails with. */
    Optional<DealsException> failure = Optional.empty();

    Function<Optional<String>, Page<Deal>> pages = cursor -> page(List.of("d1"), Optional.empty());

    static Deal deal(String id) {
        return Deal.builder().id(id).provider("fake").status(DealStatus.OPEN).build();
    }

    static Stage stage(String id, String name) {
        return Stage.builder().id(id).name(name).kind(StageKind.UNKNOWN).build();
    }

    static Page<Deal> page(List<String> ids, Optional<String> next) {
        return Page.<Deal>builder()
                .items(ids.stream().map(FakeVendor::deal).toList())
                .nextPageToken(next)
                .build();
    }

    DealsClient connect(String... settings) {
        return connect(capabilities().build(), settings);
    }

    /** A client of this vendor under settings given as key and value in turn. */
    DealsClient connect(Capabilities capabilities, String... settings) {
        Map<String, String> values = new HashMap<>(Map.of("deals.provider", "fake", "deals.token", "t"));
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        DealsConfig config = DealsConfig.from(values);
        return new ConnectedDealsClient(new Connection(config, capabilities, this, new TransportFactory(config)));
    }

    static Capabilities.Builder capabilities() {
        return Capabilities.builder()
                .provider("fake")
                .source("Fake's pages")
                .putOperations(
                        Operation.CREATE,
                        takes(DealField.NAME, DealField.VALUE, DealField.STAGE, DealField.CUSTOM_FIELDS)
                                .addWritableFields(DealField.WIN_PROBABILITY)
                                .addRequiredFields(DealField.NAME, DealField.STAGE)
                                .addExtras("priority", "source")
                                .idempotencyKey(true)
                                .build())
                .putOperations(Operation.GET, takes().build())
                .putOperations(
                        Operation.UPDATE,
                        takes(DealField.NAME, DealField.CUSTOM_FIELDS, DealField.WIN_PROBABILITY)
                                .addClearableFields(DealField.DESCRIPTION)
                                .build())
                .putOperations(
                        Operation.DELETE,
                        takes().support(Support.UNVERIFIED)
                                .explanation("its page is empty")
                                .build())
                .putOperations(
                        Operation.MOVE, takes(DealField.STAGE, DealField.NOTE).build())
                .putOperations(Operation.WIN, takes(DealField.FINAL_VALUE).build())
                .putOperations(
                        Operation.LOSE,
                        takes(DealField.LOST_REASON)
                                .addRequiredFields(DealField.LOST_REASON)
                                .build())
                .putOperations(
                        Operation.REOPEN,
                        OperationCapability.builder()
                                .support(Support.NONE)
                                .explanation("Fake closes for good [docs: closing]")
                                .instead("create a new deal")
                                .build())
                .putOperations(Operation.LIST, takes().addExtras("view").build())
                .putOperations(Operation.LIST_STAGES, takes().build())
                .addFilters(DealFilter.STATUS, DealFilter.STAGE, DealFilter.OWNER, DealFilter.TEXT)
                .addSorts(DealSort.VALUE, DealSort.CREATED_AT)
                .maxPageSize(100)
                .putFieldNotes(DealField.TAGS, "Fake's tags are set in its own pages");
    }

    static OperationCapability.Builder takes(DealField... fields) {
        return OperationCapability.builder()
                .support(Support.DOCUMENTED)
                .explanation("one endpoint does it")
                .addWritableFields(fields);
    }

    <T> List<T> arrived(Class<T> type) {
        return arrived.stream().filter(type::isInstance).map(type::cast).toList();
    }

    long countOf(String call) {
        return arrived.stream().filter(call::equals).count();
    }

    private Call<Deal> note(Object... what) {
        return Call.from(() -> {
            Stream.of(what).forEach(arrived::add);
            return answer;
        });
    }

    @Override
    public ProviderClient during(CallScope scope) {
        scopes.add(scope);
        return this;
    }

    @Override
    public Call<Deal> create(NewDeal deal) {
        return note(deal).map(made -> {
            if (failure.isPresent()) {
                throw failure.get();
            }
            return made;
        });
    }

    @Override
    public Call<Deal> get(String dealId) {
        return note("get " + dealId);
    }

    @Override
    public Call<Deal> update(String dealId, DealUpdate update) {
        return note(update);
    }

    @Override
    public Call<@Nullable Void> delete(String dealId) {
        return note("delete " + dealId).map(deal -> null);
    }

    @Override
    public Call<Deal> move(String dealId, Move move) {
        return note(move);
    }

    @Override
    public Call<Deal> win(String dealId, Win win) {
        return note(win);
    }

    @Override
    public Call<Deal> lose(String dealId, Loss loss) {
        return note(loss);
    }

    @Override
    public Call<Deal> reopen(String dealId, Reopen reopen) {
        return note(reopen);
    }

    @Override
    public Call<Page<Deal>> list(DealQuery query) {
        return note("list " + query.pageToken().orElse("first"), query).map(deal -> pages.apply(query.pageToken()));
    }

    @Override
    public Call<List<Stage>> stages() {
        return note("stages").map(deal -> stages);
    }

    @Override
    public Optional<Object> api(CallOptions options) {
        return Optional.of(BigDecimal.TEN);
    }

    static Map<String, @Nullable Object> fields(String name, @Nullable Object value) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put(name, value);
        return fields;
    }
}
