package dev.dealsdk.internal.config;

import static dev.dealsdk.internal.config.ConfigKey.ALLOW_CLEARTEXT;
import static dev.dealsdk.internal.config.ConfigKey.OAUTH_CLIENT_ID;
import static dev.dealsdk.internal.config.ConfigKey.OAUTH_CLIENT_SECRET;
import static dev.dealsdk.internal.config.ConfigKey.TOKEN;
import static dev.dealsdk.internal.config.ConfigKey.TOKEN_FILE;

import dev.dealsdk.DealField;
import dev.dealsdk.internal.value.FieldNames;
import dev.dealsdk.internal.value.KeptPlace;
import dev.dealsdk.internal.value.ServiceUrl;
import dev.dealsdk.internal.value.ValueFault;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** What must be true of settings together, each of which is sound or told already. */
final class ScopeCheck {
    private final Scope scope;
    private final Faults faults;

    private ScopeCheck(Scope scope, Faults faults) {
        this.scope = scope;
        this.faults = faults;
    }

    static void check(Scope scope, Faults faults) {
        ScopeCheck check = new ScopeCheck(scope, faults);
        check.together(OAUTH_CLIENT_ID, OAUTH_CLIENT_SECRET);
        check.together(OAUTH_CLIENT_SECRET, OAUTH_CLIENT_ID);
        check.notTogether(TOKEN, TOKEN_FILE);
        for (ConfigKey oauth : List.of(OAUTH_CLIENT_ID, OAUTH_CLIENT_SECRET)) {
            check.notTogether(TOKEN, oauth);
            check.notTogether(TOKEN_FILE, oauth);
        }
        check.encrypted(ConfigKey.BASE_URL);
        check.encrypted(ConfigKey.OAUTH_TOKEN_URL);
        for (ConfigKey aliases : List.of(ConfigKey.STAGES, ConfigKey.FIELDS)) {
            check.oneAliasForOneThing(aliases);
            check.noCircle(aliases);
        }
        check.oneAliasForOneThing(ConfigKey.LOST_REASONS);
        check.oneAliasForOneThing(ConfigKey.OWNERS);
        check.keptFields();
        check.fieldsOf(ConfigKey.DEFAULT, "default");
    }

    private void together(ConfigKey key, ConfigKey other) {
        Optional<Setting> setting = scope.setting(key);
        if (setting.isPresent() && !scope.has(other)) {
            String missing = new KeyName(setting.get().name().connection(), other, "").full();
            add(setting.get(), missing + " is not set; write both, or remove this one");
        }
    }

    /** Told of the one that loses by precedence; in a file, of the later line. */
    private void notTogether(ConfigKey key, ConfigKey other) {
        Optional<Setting> one = scope.setting(key);
        Optional<Setting> two = scope.setting(other);
        if (one.isEmpty() || two.isEmpty()) {
            return;
        }
        boolean oneWins = one.get().compareTo(two.get()) <= 0;
        Setting winner = oneWins ? one.get() : two.get();
        Setting loser = oneWins ? two.get() : one.get();
        add(
                loser,
                winner.name().full() + " is set as well (" + winner.source().text() + "); remove "
                        + loser.name().full() + " or " + winner.name().full());
    }

    private void encrypted(ConfigKey key) {
        Optional<Setting> setting = scope.setting(key);
        boolean allowed = scope.text(ALLOW_CLEARTEXT).equals(Optional.of("true"));
        if (setting.isPresent() && !allowed && isCleartext(setting.get().text())) {
            String allow = new KeyName(setting.get().name().connection(), ALLOW_CLEARTEXT, "").full();
            add(setting.get(), "is plain http, which others can read; write https, or allow it by " + allow + "=true");
        }
    }

    private static boolean isCleartext(String url) {
        try {
            return ServiceUrl.isCleartext(ServiceUrl.parse(url));
        } catch (ValueFault toldAlready) {
            return false;
        }
    }

    /** With two, only one of them comes back with a deal. What a connection takes over does not count against it. */
    private void oneAliasForOneThing(ConfigKey key) {
        Map<List<String>, Setting> first = new HashMap<>();
        for (Setting alias : scope.namedSettings(key).values()) {
            Setting other = first.putIfAbsent(List.of(alias.name().connection(), alias.text()), alias);
            if (other != null) {
                boolean isLater = alias.compareTo(other) >= 0;
                Setting later = isLater ? alias : other;
                Setting earlier = isLater ? other : alias;
                add(
                        later,
                        "has the same target as " + earlier.name().full() + " ("
                                + earlier.source().text()
                                + "), but a deal can be read back with only one of them; remove one of the two");
            }
        }
    }

    /** An alias that stands for its own name is no circle: the vendor may have a stage of that name. */
    private void noCircle(ConfigKey key) {
        SortedMap<String, Setting> aliases = scope.namedSettings(key);
        Set<String> seen = new HashSet<>();
        for (String start : aliases.keySet()) {
            List<String> path = new ArrayList<>();
            String name = start;
            Setting alias = aliases.get(name);
            while (alias != null && seen.add(name)) {
                path.add(name);
                name = alias.text();
                alias = aliases.get(name);
            }
            int circle = path.indexOf(name);
            if (circle >= 0 && path.size() - circle > 1 && alias != null) {
                add(
                        alias,
                        "refers to itself, " + String.join(" -> ", path.subList(circle, path.size())) + " -> " + name
                                + "; write what the vendor calls it, not another alias");
            }
        }
    }

    /** Each field in a place of its own, and none that is dropped as well. */
    private void keptFields() {
        Map<KeptPlace, Setting> first = new HashMap<>();
        fieldsOf(ConfigKey.KEEP, "keep").forEach((field, setting) -> {
            keptAndDropped(field, setting);
            KeptPlace place;
            try {
                place = KeptPlace.parse(setting.text());
            } catch (ValueFault toldAlready) {
                return;
            }
            if (place.kind() == KeptPlace.Kind.VALUE && field != DealField.FINAL_VALUE) {
                add(setting, "is the deal's own value, which only final-value can be kept in; write custom:KEY");
            }
            Setting other = first.putIfAbsent(withVendorKey(place), setting);
            if (other != null) {
                add(
                        setting,
                        "is where " + other.name().full() + " ("
                                + other.source().text() + ") is kept; each field needs a place of its own");
            }
        });
    }

    private KeptPlace withVendorKey(KeptPlace place) {
        Setting alias = scope.namedSettings(ConfigKey.FIELDS).get(place.key());
        return place.kind() == KeptPlace.Kind.CUSTOM_FIELD && alias != null
                ? new KeptPlace(place.kind(), alias.text())
                : place;
    }

    private void keptAndDropped(DealField field, Setting kept) {
        scope.setting(ConfigKey.DROP).ifPresent(drop -> {
            try {
                if (FieldNames.parseAll(drop.text()).contains(field)) {
                    add(
                            kept,
                            drop.name().full() + " (" + drop.source().text()
                                    + ") drops the same field; remove one of the" + " two");
                }
            } catch (ValueFault toldAlready) {
                // With the line of the other key.
            }
        });
        if (field == DealField.CURRENCY && scope.has(ConfigKey.CURRENCY)) {
            add(kept, scope.keyHere(ConfigKey.CURRENCY) + " sets the currency of every deal; remove one of the two");
        }
    }

    private Map<DealField, Setting> fieldsOf(ConfigKey key, String word) {
        Map<DealField, Setting> fields = new EnumMap<>(DealField.class);
        boolean takesStage = key == ConfigKey.DEFAULT;
        scope.namedSettings(key).forEach((name, setting) -> {
            Optional<DealField> field = FieldNames.parse(name).filter(named -> takesStage || named != DealField.STAGE);
            if (field.isPresent()) {
                fields.put(field.get(), setting);
            } else {
                add(
                        setting,
                        "there is no field \"" + name + "\" to " + word + "; "
                                + FieldNames.suggestion(name, takesStage));
            }
        });
        return fields;
    }

    private void add(Setting setting, String message) {
        faults.add(setting.source(), setting.name().full(), message);
    }
}
