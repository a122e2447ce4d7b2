package dev.dealsdk.internal.http;

import java.time.Duration;

/** Waits between attempts. */
@FunctionalInterface
public interface Sleeper {
    void sleep(Duration wait) throws InterruptedException;
}
