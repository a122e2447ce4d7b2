package dev.dealsdk.internal.client;

import dev.dealsdk.ConfigurationException;
import dev.dealsdk.Deal;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealQuery;
import dev.dealsdk.DealUpdate;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.Loss;
import dev.dealsdk.Move;
import dev.dealsdk.NewDeal;
import dev.dealsdk.Page;
import dev.dealsdk.Reopen;
import dev.dealsdk.Stage;
import dev.dealsdk.Win;
import dev.dealsdk.internal.config.ConfigPlace;
import dev.dealsdk.spi.CallScope;
import dev.dealsdk.spi.DealIdTranslator;
import dev.dealsdk.spi.DealsProvider;
import dev.dealsdk.spi.ProviderClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A client that takes the ids that deals had before they were transferred, as {@code deals.crosswalk} has them. An id that the
 * cross-walk does not have is taken for one of this account, unless its form says that it cannot be. Thread-safe.
 */
final class CrosswalkClient implements ProviderClient {
    private static final String KEY = "deals.crosswalk";

    private final ProviderClient inner;
    private final DealIdTranslator translator;
    private final DealsProvider provider;
    private final Path file;

    private CrosswalkClient(ProviderClient inner, DealIdTranslator translator, DealsProvider provider, Path file) {
        this.inner = inner;
        this.translator = translator;
        this.provider = provider;
        this.file = file;
    }

    /**
     * Reads the cross-walk of a configuration, if it has one.
     *
     * @param problems takes what is wrong with it
     */
    static Optional<DealIdTranslator> open(DealsConfig config, DealsProvider provider, List<String> problems) {
        Optional<Path> file = config.crosswalk();
        if (file.isEmpty()) {
            return Optional.empty();
        }
        String place = ConfigPlace.of(config, KEY) + ": ";
        Optional<DealIdTranslator> translator = Services.first(DealIdTranslator.class);
        if (translator.isEmpty()) {
            problems.add(
                    place + "old ids cannot be translated; add dev.dealsdk:deals-transfer to the class path, or remove"
                            + " the key");
            return translator;
        }
        try {
            translator.get().open(file.get(), provider.id(), provider::isDealId);
        } catch (ConfigurationException unusable) {
            unusable.problems().forEach(problem -> problems.add(place + problem));
        }
        return translator;
    }

    /** The client itself, where there is no cross-walk. */
    static ProviderClient around(
            ProviderClient client, DealsConfig config, DealsProvider provider, Optional<DealIdTranslator> translator) {
        return translator.isEmpty()
                ? client
                : new CrosswalkClient(
                        client, translator.get(), provider, config.crosswalk().orElseThrow());
    }

    @Override
    public Deal create(CallScope call, NewDeal deal) {
        return inner.create(call, deal);
    }

    @Override
    public Deal get(CallScope call, String dealId) {
        return about(dealId, call, id -> inner.get(call, id));
    }

    @Override
    public Deal update(CallScope call, String dealId, DealUpdate update) {
        return about(dealId, call, id -> inner.update(call, id, update));
    }

    @Override
    public void delete(CallScope call, String dealId) {
        Boolean unused = about(dealId, call, id -> {
            inner.delete(call, id);
            return Boolean.TRUE;
        });
    }

    @Override
    public Deal move(CallScope call, String dealId, Move move) {
        return about(dealId, call, id -> inner.move(call, id, move));
    }

    @Override
    public Deal win(CallScope call, String dealId, Win win) {
        return about(dealId, call, id -> inner.win(call, id, win));
    }

    @Override
    public Deal lose(CallScope call, String dealId, Loss loss) {
        return about(dealId, call, id -> inner.lose(call, id, loss));
    }

    @Override
    public Deal reopen(CallScope call, String dealId, Reopen reopen) {
        return about(dealId, call, id -> inner.reopen(call, id, reopen));
    }

    @Override
    public Page<Deal> list(CallScope call, DealQuery query) {
        return inner.list(call, query);
    }

    @Override
    public Optional<String> cursorAfter(CallScope call, DealQuery query) {
        return inner.cursorAfter(call, query);
    }

    @Override
    public List<Stage> stages(CallScope call) {
        return inner.stages(call);
    }

    @Override
    public Optional<Object> api(CallScope calls) {
        return inner.api(calls);
    }

    private <T> T about(String dealId, CallScope call, Function<String, T> steps) {
        Optional<String> translated = translator.translate(dealId);
        if (translated.isEmpty() && !provider.isDealId(dealId)) {
            throw call.invalid(
                    "id",
                    "is not in the cross-walk " + file + ", and is not of the form of a deal's id at " + provider.id());
        }
        try {
            return steps.apply(translated.orElse(dealId));
        } catch (DealNotFoundException absent) {
            throw absent.withCrosswalk(
                    translated.isEmpty()
                            ? "; the cross-walk " + file + " does not have this id"
                            : "; by the cross-walk " + file + " it is " + translated.get() + " now");
        }
    }
}
