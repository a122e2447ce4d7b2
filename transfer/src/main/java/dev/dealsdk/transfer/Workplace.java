package dev.dealsdk.transfer;

import dev.dealsdk.AuthenticationException;
import dev.dealsdk.Capabilities;
import dev.dealsdk.ConflictException;
import dev.dealsdk.Deal;
import dev.dealsdk.DealNotFoundException;
import dev.dealsdk.DealsConfig;
import dev.dealsdk.DealsException;
import dev.dealsdk.FieldError;
import dev.dealsdk.InvalidRequestException;
import dev.dealsdk.MalformedResponseException;
import dev.dealsdk.PermissionException;
import dev.dealsdk.RateLimitedException;
import dev.dealsdk.UnsupportedByProviderException;
import dev.dealsdk.VendorUnavailableException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The accounts, the store and the options of one task. Thread-safe. */
final class Workplace {
    static final String SOURCE = "source";
    static final String TARGET = "target";
    private static final String MAPPING = "mapping";
    private static final int PROBES = 3;
    private static final Map<Class<? extends DealsException>, String> KINDS = Map.of(
            AuthenticationException.class, "credentials not accepted",
            PermissionException.class, "permission missing",
            DealNotFoundException.class, "not found",
            InvalidRequestException.class, "refused",
            ConflictException.class, "conflict",
            RateLimitedException.class, "rate limit reached",
            VendorUnavailableException.class, "vendor unavailable",
            MalformedResponseException.class, "unreadable response",
            UnsupportedByProviderException.class, "not supported");

    private final Side source;
    private final Side target;
    private final TransferStore store;
    private final Path file;
    private final TransferMapping mapping;
    private final TransferOptions options;
    private final DealConverter converter;
    private final TransferListener listener;
    private final String prefix;
    private final Set<String> writtenExtras;
    private final long opened = System.currentTimeMillis();

    Workplace(
            Side source,
            Side target,
            TransferStore store,
            Path file,
            TransferMapping mapping,
            TransferOptions options,
            DealConverter converter,
            TransferListener listener) {
        this.source = source;
        this.target = target;
        this.store = store;
        this.file = file;
        this.mapping = mapping;
        this.options = options;
        this.converter = converter;
        this.listener = listener;
        String account = mapping.account()
                .orElseGet(() -> hash(identity(source.config())).substring(0, 8));
        this.writtenExtras = mapping.lines().values().stream()
                .filter(place -> place.startsWith("extra:"))
                .map(place -> place.substring("extra:".length()))
                .collect(Collectors.toSet());
        this.prefix = source.client().capabilities().provider() + ":" + account + ":";
    }

    Side source() {
        return source;
    }

    Side target() {
        return target;
    }

    TransferStore store() {
        return store;
    }

    TransferOptions options() {
        return options;
    }

    DealConverter converter() {
        return converter;
    }

    TransferListener listener() {
        return listener;
    }

    Capabilities can() {
        return target.client().capabilities();
    }

    Path pauseFile() {
        return options.pauseFile().orElseGet(() -> file.resolveSibling(file.getFileName() + ".pause"));
    }

    /** The reference that a deal of the source has at the target. */
    String reference(String sourceId) {
        return prefix + sourceId;
    }

    /** The source id in the reference of a deal of the target; empty if this transfer did not create the deal. */
    Optional<String> sourceIdIn(Deal atTarget) {
        DealsConfig config = target.config();
        String field = config.referenceField().orElse("");
        String shown = config.fields().containsKey(field)
                ? field
                : config.fields().entrySet().stream()
                        .filter(alias -> alias.getValue().equals(field))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(field);
        return atTarget.customFields().get(shown) instanceof String reference && reference.startsWith(prefix)
                ? Optional.of(reference.substring(prefix.length()))
                : Optional.empty();
    }

    /** The source id in the reference of a record that cannot be read as a deal. */
    Optional<String> sourceIdIn(String rawJson) {
        int start = rawJson.indexOf(prefix);
        int end = start < 0 ? -1 : rawJson.indexOf('"', start);
        return end < 0 ? Optional.empty() : Optional.of(rawJson.substring(start + prefix.length(), end));
    }

    boolean keepsReferences() {
        return can().takesReference() && target.config().referenceField().isPresent();
    }

    /** Records an intent durably, before its request is sent. */
    void noteIntent(String sourceId, StoredDeal intent) {
        store.put(sourceId, intent);
        Crew.aside(store::force);
    }

    /**
     * Whether the vendor may still have been processing a write without a result at a given time. The time of the intent is not enough,
     * since its request may have waited for the vendor; but a killed process sent nothing after this one opened the store.
     *
     * @param at in milliseconds since 1970
     */
    boolean mayBeUnderWay(StoredDeal intent, long at) {
        return at - Math.max(intent.intentAt(), opened) < options.settle().toMillis();
    }

    /** How long a write of a killed process may still be in progress at the vendor; zero or less if none can be. */
    Duration underWayFor() {
        return options.settle().minusMillis(System.currentTimeMillis() - opened);
    }

    /**
     * Waits until writes without a result have had their time at the vendor.
     *
     * @param reason what people are told
     * @return false if stopped meanwhile
     */
    boolean settle(Duration time, String reason) {
        listener.waiting("run", reason, time);
        return source.stop().sleep(time.plusMillis(1));
    }

    /** Fingerprints of the fields that a deal of the target shows, without those that only the vendor sets. */
    Map<Integer, Integer> shown(Deal atTarget) {
        Map<String, String> contents = Fields.of(atTarget);
        contents.keySet()
                .removeIf(name -> name.startsWith(Fields.EXTRA)
                        && !writtenExtras.contains(name.substring(Fields.EXTRA.length())));
        return store.fingerprints().of(contents);
    }

    /**
     * Binds a new store to the accounts and the mapping, or checks those of an existing one.
     *
     * @throws TransferException if the store belongs to others
     */
    void bind() {
        bind(SOURCE, source);
        bind(TARGET, target);
        Optional<String> bound = store.about(MAPPING);
        String hash = mapping.hash();
        if (bound.filter(known -> !known.equals(hash)).isPresent() && !options.acceptMapping()) {
            throw new TransferException(
                    TransferException.Kind.STORE_UNUSABLE,
                    "the mapping has changed since the store " + file + " was created (hash " + bound.get()
                            + " then, " + hash
                            + " now); restore the old mapping, or accept the new one with acceptMapping (--accept-mapping),"
                            + " which also updates the deals that were transferred already");
        }
        store.about(MAPPING, hash);
        store.force();
    }

    private void bind(String name, Side side) {
        String identity = identity(side.config());
        Optional<String> bound = store.about(name);
        if (bound.filter(known -> !known.equals(identity)).isPresent()) {
            throw new TransferException(
                    TransferException.Kind.STORE_UNUSABLE,
                    "the store " + file + " belongs to another " + name + " account: " + bound.get() + " instead of "
                            + identity + "; use a separate store for each pair of accounts");
        }
        String credentials = hash(HexFormat.of().formatHex(new byte[] {1}) + credentials(side.config()));
        boolean isNew = store.about(name + ".credentials")
                .filter(known -> !known.equals(credentials))
                .isPresent();
        if (isNew) {
            probe(name, side);
        }
        store.about(name, identity);
        store.about(name + ".credentials", credentials);
    }

    /** New credentials may belong to another account, which then has none of the deals. */
    private void probe(String name, Side side) {
        List<String> ids = new ArrayList<>();
        store.each((id, deal) -> {
            if (ids.size() < PROBES && deal.done()) {
                (side == source ? Optional.of(id) : deal.targetId()).ifPresent(ids::add);
            }
        });
        for (String id : ids) {
            try {
                Deal unused = side.get(id);
                return;
            } catch (DealNotFoundException | InvalidRequestException absent) {
                // Deleted, or in another account: try the next one.
            }
        }
        if (!ids.isEmpty()) {
            throw new TransferException(
                    TransferException.Kind.STORE_UNUSABLE,
                    "the credentials of the " + name + " have changed since the store " + file
                            + " was created, and the account has none of its deals (" + String.join(", ", ids)
                            + "); use credentials of the same account, or a new store for another account");
        }
    }

    private static String identity(DealsConfig config) {
        return config.provider().orElse("?")
                + config.baseUrl().map(url -> " at " + url).orElse("")
                + config.oauthClientId().map(id -> " as " + id).orElse("");
    }

    private static String credentials(DealsConfig config) {
        return config.token()
                .or(() -> config.tokenFile().map(Path::toString))
                .or(config::oauthClientId)
                .orElse("");
    }

    private static String hash(String text) {
        return HexFormat.of()
                .formatHex(Fingerprints.sha256().digest(text.getBytes(StandardCharsets.UTF_8)))
                .substring(0, 32);
    }

    /** The part of a failure that may be stored: no values, and no text from a vendor. */
    static String reason(DealsException failure) {
        String fields = failure instanceof InvalidRequestException invalid
                ? invalid.fieldErrors().stream().map(FieldError::field).collect(Collectors.joining(", "))
                : "";
        return KINDS.getOrDefault(failure.getClass(), "failed")
                + (fields.isEmpty() ? "" : " (" + fields + ")")
                + failure.operation().map(operation -> ", " + operation.key()).orElse("")
                + failure.httpStatus().map(status -> ", HTTP " + status).orElse("")
                + failure.vendorCode().map(code -> ", code " + code).orElse("")
                + failure.requestId().map(id -> ", request " + id).orElse("");
    }
}
