package dev.dealsdk.internal.auth;

import java.time.Duration;

/** Credentials that stay the same: {@code deals.token}, or a secret in the body of each request. */
public final class FixedToken implements Credentials {
    private final Authorization authorization;

    private FixedToken(Authorization authorization) {
        this.authorization = authorization;
    }

    /** A bearer token, sent as a header. */
    public static FixedToken bearer(String token) {
        return new FixedToken(Authorization.bearer(token));
    }

    /** A secret that the request carries in its body. */
    public static FixedToken inBody(String secret) {
        return new FixedToken(new Authorization(secret, ""));
    }

    @Override
    public Authorization authorization(Duration limit) {
        return authorization;
    }

    @Override
    public boolean refused(Authorization refused) {
        return false;
    }
}
