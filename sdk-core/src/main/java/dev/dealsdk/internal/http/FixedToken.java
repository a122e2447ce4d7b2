package dev.dealsdk.internal.http;

import java.time.Duration;

/** A token that stays the same for the life of the client. */
record FixedToken(String value) implements Credentials {

    @Override
    public String token(Duration limit) {
        return value;
    }

    @Override
    public String tokenAtHand() {
        return value;
    }

    @Override
    public boolean refused(String refused) {
        return false;
    }

    @Override
    public String toString() {
        return "FixedToken[****]";
    }
}
