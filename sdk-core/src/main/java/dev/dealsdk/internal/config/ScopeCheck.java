package dev.dealsdk.internal.config;

import static dev.dealsdk.internal.config.ConfigKey.ALLOW_CLEARTEXT;
import static dev.dealsdk.internal.config.ConfigKey.OAUTH_CLIENT_ID;
import static dev.dealsdk.internal.config.ConfigKey.OAUTH_CLIENT_SECRET;
import static dev.dealsdk.internal.config.ConfigKey.TOKEN;
import static dev.dealsdk.internal.config.ConfigKey.TOKEN_FILE;

import java.util.List;

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
        if (scope.has(other)) {
            return;
        }
        scope.setting(key).ifPresent(setting -> {
            String missing = new KeyName(setting.name().connection(), other, "").full();
            add(setting, missing + " is not set; write both, or remove this one");
        });
    }

    /** Told of the one that loses by precedence; in a file, of the later line. */
    private void notTogether(ConfigKey key, ConfigKey other) {
        scope.setting(key)
                .ifPresent(one -> scope.setting(other).ifPresent(two -> {
                    boolean oneWins = one.source().compareTo(two.source()) <= 0;
                    Setting winner = oneWins ? one : two;
                    Setting loser = oneWins ? two : one;
                    add(
                            loser,
                            winner.name().full() + " is set as well ("
                                    + winner.source().text() + "); remove "
                                    + loser.name().full() + " or "
                                    + winner.name().full());
                }));
    }

    private void encrypted(ConfigKey key) {
        boolean allowed = scope.text(ALLOW_CLEARTEXT).filter("true"::equals).isPresent();
        scope.setting(key)
                .filter(setting -> !allowed && isCleartext(setting.text()))
                .ifPresent(setting -> {
                    String allow = new KeyName(setting.name().connection(), ALLOW_CLEARTEXT, "").full();
                    add(
                            setting,
                            "is plain http, which others can read; write https, or allow it by " + allow + "=true");
                });
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
