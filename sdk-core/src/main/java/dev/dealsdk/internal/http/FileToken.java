package dev.dealsdk.internal.http;

import dev.dealsdk.internal.config.TokenFile;
import java.time.Duration;

/** A token that somebody else renews in a file. */
final class FileToken implements Credentials {
    private final TokenFile file;

    FileToken(TokenFile file) {
        this.file = file;
    }

    @Override
    public String token(Duration limit) {
        return file.read();
    }

    @Override
    public String tokenAtHand() {
        return file.read();
    }

    @Override
    public boolean refused(String refused) {
        return !file.read().equals(refused);
    }
}
