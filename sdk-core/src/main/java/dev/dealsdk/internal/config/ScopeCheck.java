package dev.dealsdk.internal.config;

import static dev.dealsdk.internal.config.ConfigKey.ALLOW_CLEARTEXT;
import static dev.dealsdk.internal.config.ConfigKey.OAUTH_CLIENT_ID;
import static dev.dealsdk.internal.config.ConfigKey.OAUTH_CLIENT_SECRET;
import static dev.dealsdk.internal.config.ConfigKey.TOKEN;
import static dev.dealsdk.internal.config.ConfigKey.TOKEN_FILE;

import java.util.List;
import java.util.Optional;

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

    private void add(Setting setting, String message) {
        faults.add(setting.source(), setting.name().full(), message);
    }
}
