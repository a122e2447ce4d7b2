package dev.dealsdk.internal.auth;

import dev.dealsdk.internal.config.TokenFile;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** {@code deals.token-file}: a bearer token that something else renews in a file. */
public final class FileCredentials implements Credentials {
    private final TokenFile file;
    private volatile @Nullable Authorization latest;

    /** Reads the file when a token is first needed. */
    public FileCredentials(TokenFile file) {
        this.file = file;
    }

    @Override
    public Authorization authorization(Duration limit) {
        String token = file.read();
        Authorization known = latest;
        if (known == null || !known.secret().equals(token)) {
            known = Authorization.bearer(token);
            latest = known;
        }
        return known;
    }

    @Override
    public boolean refused(Authorization refused) {
        return !file.read().equals(refused.secret());
    }
}
