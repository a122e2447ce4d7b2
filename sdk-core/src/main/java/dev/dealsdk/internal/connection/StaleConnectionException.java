package dev.dealsdk.internal.connection;

import java.io.IOException;

/** A connection that was kept open turned out to be closed, before anything was written to it. */
public final class StaleConnectionException extends IOException {
    private static final long serialVersionUID = 1L;

    StaleConnectionException() {
        super("the connection that was kept open has been closed by the vendor");
    }
}
