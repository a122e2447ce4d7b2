package dev.dealsdk.internal.http;

import dev.dealsdk.internal.config.TokenFile;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A token that somebody else renews in a file. Whoever waits anyway looks at the file each time; a call that no thread waits
 * for does with what was read within the last second, since a file may be slow.
 */
final class FileToken implements Credentials {
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final TokenFile file;
    private final LongSupplier nanoTime;
    private volatile @Nullable Seen seen;

    FileToken(TokenFile file, LongSupplier nanoTime) {
        this.file = file;
        this.nanoTime = nanoTime;
    }

    @Override
    public String token(Duration limit) {
        Seen now = new Seen(file.read(), nanoTime.getAsLong());
        seen = now;
        return now.token();
    }

    @Override
    public @Nullable String tokenAtHand() {
        Seen last = seen;
        return last != null && nanoTime.getAsLong() - last.atNanos() < FRESH_NANOS ? last.token() : null;
    }

    @Override
    public boolean refused(String refused) {
        seen = null;
        return !file.read().equals(refused);
    }

    private record Seen(String token, long atNanos) {
        @Override
        public String toString() {
            return "Seen[****]";
        }
    }
}
