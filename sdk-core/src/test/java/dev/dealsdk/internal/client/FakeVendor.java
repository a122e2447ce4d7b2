package dev.dealsdk.internal.client;

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
import dev.dealsdk.fake.FakeProvider;
import dev.dealsdk.internal.bridge.Bridge;
import dev.dealsdk.internal.http.TransportFactory;
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
import org.jspecify.annotations.Nullable;

/** A vendor without a network: what arrives there is noted, what it answers is the test's. */
public final class FakeVendor implements ProviderClient {
    public final List<Object> arrived = Collections.synchronizedList(new ArrayList<>());
    public final List<CallScope> scopes = Collections.synchronizedList(new ArrayList<>());
    public List<Stage> stages = List.of(stage("s1", "Lead"), stage("s2", "Negotiation"), stage("s3", "Won"));
    public Deal answer = deal("d1");
    /** What every create fails with. */
    public Optional<DealsException> failure = Optional.empty();

    public Function<Optional<String>, Page<Deal>> pages = cursor -> page(List.of("d1"), Optional.empty());

    public Optional<String> cursorAfter = Optional.empty();

    public static Deal deal(String id) {
        return Deal.builder().id(id).provider("fake").status(DealStatus.OPEN).build();
    }

    public static Stage stage(String id, String name) {
        return Stage.builder().id(id).name(name).kind(StageKind.UNKNOWN).build();
    }

    public static Page<Deal> page(List<String> ids, Optional<String> next) {
        return Page.<Deal>builder()
                .items(ids.stream().map(FakeVendor::deal).toList())
                .nextPageToken(next)
                .build();
    }

    public DealsClient connect(String... settings) {
        return connect(capabilities().build(), settings);
    }

    /** A client of this vendor under settings given as key and value in turn. */
    public DealsClient connect(Capabilities capabilities, String... settings) {
        Map<String, String> values = new HashMap<>(Map.of("deals.provider", "fake", "deals.token", "t"));
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        DealsConfig config = DealsConfig.from(values);
        return new ConnectedDealsClient(ClientContext.of(
                config,
                new Bridge(config, new FakeProvider(), capabilities),
                this,
                new TransportFactory(config),
                Shadow.NONE));
    }

    public static Capabilities.Builder capabilities() {
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

    public static OperationCapability.Builder takes(DealField... fields) {
        return OperationCapability.builder()
                .support(Support.DOCUMENTED)
                .explanation("one endpoint does it")
                .addWritableFields(fields);
    }

    public <T> List<T> arrived(Class<T> type) {
        return arrived.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public long countOf(String call) {
        return arrived.stream().filter(call::equals).count();
    }

    private Deal note(CallScope call, Object... what) {
        scopes.add(call);
        arrived.addAll(List.of(what));
        return answer;
    }

    @Override
    public Deal create(CallScope call, NewDeal deal) {
        Deal made = note(call, deal);
        if (failure.isPresent()) {
            throw failure.get();
        }
        return made;
    }

    @Override
    public Deal get(CallScope call, String dealId) {
        return note(call, "get " + dealId);
    }

    @Override
    public Deal update(CallScope call, String dealId, DealUpdate update) {
        return note(call, update);
    }

    @Override
    public void delete(CallScope call, String dealId) {
        Deal unused = note(call, "delete " + dealId);
    }

    @Override
    public Deal move(CallScope call, String dealId, Move move) {
        return note(call, move);
    }

    @Override
    public Deal win(CallScope call, String dealId, Win win) {
        return note(call, win);
    }

    @Override
    public Deal lose(CallScope call, String dealId, Loss loss) {
        return note(call, loss);
    }

    @Override
    public Deal reopen(CallScope call, String dealId, Reopen reopen) {
        return note(call, reopen);
    }

    @Override
    public Page<Deal> list(CallScope call, DealQuery query) {
        Deal unused = note(call, "list " + query.pageToken().orElse("first"), query);
        return pages.apply(query.pageToken());
    }

    @Override
    public Optional<String> cursorAfter(CallScope call, DealQuery query) {
        return cursorAfter;
    }

    @Override
    public List<Stage> stages(CallScope call) {
        Deal unused = note(call, "stages");
        return stages;
    }

    @Override
    public Optional<Object> api(CallScope calls) {
        return Optional.of(BigDecimal.TEN);
    }

    static Map<String, @Nullable Object> fields(String name, @Nullable Object value) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put(name, value);
        return fields;
    }
}
