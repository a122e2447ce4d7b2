package dev.dealsdk.internal.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.DealsConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

final class PerAccountTest {
    private final PerAccount<AtomicBoolean> busy = new PerAccount<>(flag -> !flag.get());

    private AtomicBoolean acquire(String caller, Object settings) {
        return busy.acquire(new Account("https", "api.example.com", 443, caller), settings, AtomicBoolean::new);
    }

    @Test
    void acquire_sameAccountAndSettings_isTheSame() {
        AtomicBoolean one = acquire("a", "60/1m");

        assertThat(acquire("a", "60/1m")).isSameAs(one);
        assertThat(acquire("b", "60/1m")).isNotSameAs(one);
        assertThat(acquire("a", "30/1m")).isNotSameAs(one);
    }

    @Test
    void acquire_thousandsOfAccountsInBetween_isStillTheSame() {
        AtomicBoolean open = acquire("open", "");
        AtomicBoolean spent = acquire("spent", "");
        spent.set(true);
        busy.release(spent);
        AtomicBoolean idle = acquire("idle", "");
        busy.release(idle);
        for (int i = 0; i < 2_000; i++) {
            busy.release(acquire(String.valueOf(i), ""));
        }

        assertThat(acquire("open", "")).as("a client uses it").isSameAs(open);
        assertThat(acquire("spent", "")).as("what happened before matters").isSameAs(spent);
        assertThat(acquire("idle", "")).as("nothing of it matters any more").isNotSameAs(idle);
    }

    @Test
    void release_ofOpenClients_letsItGoWithTheLast() {
        PerAccount<Object> shared = PerAccount.ofOpenClients();
        Account account = new Account("https", "api.example.com", 443, "a");
        Object first = shared.acquire(account, "", Object::new);
        Object same = shared.acquire(account, "", Object::new);

        assertThat(same).isSameAs(first);
        assertThat(shared.release(first)).isFalse();
        assertThat(shared.release(same)).isTrue();
        assertThat(shared.acquire(account, "", Object::new)).isNotSameAs(first);
    }

    @Test
    void of_configuration_isTheAccountAndHoldsNoSecret() {
        Account byToken = account(Map.of("deals.token", "s3cr3t-t0ken"), "https://API.example.com./v1");

        assertThat(account(Map.of("deals.token", "s3cr3t-t0ken"), "https://api.example.com"))
                .isEqualTo(byToken);
        assertThat(account(Map.of("deals.token", "s3cr3t-t0ken"), "https://api.example.com:8443"))
                .isNotEqualTo(byToken);
        assertThat(account(Map.of("deals.token", "another"), "https://api.example.com"))
                .isNotEqualTo(byToken);
        assertThat(byToken.caller() + byToken + byToken.digest()).doesNotContain("s3cr3t");
    }

    @Test
    void of_tokenFile_isTheFileWhateverItHolds() {
        String file = Path.of("token").toAbsolutePath().toString();

        assertThat(account(Map.of("deals.token-file", file), "https://api.example.com"))
                .isEqualTo(account(Map.of("deals.token-file", "./token"), "https://api.example.com"));
    }

    private static Account account(Map<String, String> settings, String baseUrl) {
        return Account.of(DealsConfig.from(settings), HttpUrl.get(baseUrl));
    }
}
