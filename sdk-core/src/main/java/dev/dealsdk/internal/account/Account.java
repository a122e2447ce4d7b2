package dev.dealsdk.internal.account;

import dev.dealsdk.DealsConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import okhttp3.HttpUrl;

/**
 * One account at one vendor, as far as a configuration tells it apart.
 *
 * @param scheme of the vendor's address
 * @param host in lower case, without a trailing dot
 * @param port also where it is the usual one
 * @param caller the digest of a token, the path of a token file, or the id of an OAuth client; never a secret
 */
public record Account(String scheme, String host, int port, String caller) {

    /** The account that a configuration names. A token in a file may change; the account stays. */
    public static Account of(DealsConfig config, HttpUrl baseUrl) {
        String host = baseUrl.host().endsWith(".")
                ? baseUrl.host().substring(0, baseUrl.host().length() - 1)
                : baseUrl.host();
        String caller = config.tokenFile()
                .map(file -> "file " + realPath(file))
                .or(() -> config.token().map(Account::digest))
                .or(config::oauthClientId)
                .orElse("");
        return new Account(baseUrl.scheme(), host, baseUrl.port(), caller);
    }

    private static Path realPath(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException absent) {
            return file.toAbsolutePath().normalize();
        }
    }

    /** A name of fixed length that is the same in all processes. */
    public String digest() {
        return digest(scheme + "://" + host + ":" + port + " " + caller);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every JDK has it
        }
    }

    @Override
    public String toString() {
        return host;
    }
}
