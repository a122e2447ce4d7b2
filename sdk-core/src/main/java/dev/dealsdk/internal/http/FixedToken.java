package dev.dealsdk.internal.http;

/** A token that stays the same for the life of the client. */
record FixedToken(String token) implements Credentials {

    @Override
    public boolean refused(String refused) {
        return false;
    }

    @Override
    public String toString() {
        return "FixedToken[****]";
    }
}
