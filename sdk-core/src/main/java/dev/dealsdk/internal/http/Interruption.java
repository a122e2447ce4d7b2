package dev.dealsdk.internal.http;

import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import okhttp3.Call;

/**
 * Ends an exchange at once when the thread that waits for it is interrupted, which a thread that reads from a socket would
 * not notice. It uses what the JDK has for its own channels: a hook that {@link Thread#interrupt} calls.
 */
final class Interruption extends AbstractInterruptibleChannel {
    private final Call call;

    Interruption(Call call) {
        this.call = call;
    }

    /** From now on an interrupt ends the exchange; one that has come already does so at once. */
    void watch() {
        begin();
    }

    /** From now on an interrupt does no more than set the flag. */
    void unwatch() {
        try {
            end(true);
        } catch (AsynchronousCloseException interrupted) {
            // The exchange has ended, and says itself how; the thread's flag is set.
        }
    }

    @Override
    protected void implCloseChannel() {
        call.cancel();
    }
}
