package dev.dealsdk.internal.quota;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The places of one window: taken from when a request leaves until a whole window after its answer. There may be more requests
 * than places, where another limit let them leave. Not thread-safe.
 */
final class Window {
    private final int calls;
    private final long nanos;
    /** When the places of requests that have been answered become free, earliest first. */
    private final Deque<Long> free = new ArrayDeque<>();

    private int underWay;

    Window(int calls, long nanos) {
        this.calls = calls;
        this.nanos = nanos;
    }

    long nanos() {
        return nanos;
    }

    /**
     * How long until a place is free for one who has others before it; at least so long, as far as requests are under way.
     *
     * @param before how many others
     */
    long wait(int before, long now) {
        while (!free.isEmpty() && free.getFirst() - now <= 0) {
            free.removeFirst();
        }
        int lacking = before + 1 - (calls - underWay - free.size());
        if (lacking <= 0) {
            return 0;
        }
        if (lacking <= free.size()) {
            return at(lacking - 1) - now;
        }
        long rounds = (lacking - 1L) / calls;
        int place = (lacking - 1) % calls;
        return rounds * nanos + (place < free.size() ? at(place) - now : nanos);
    }

    private long at(int place) {
        Iterator<Long> times = free.iterator();
        for (int i = 0; i < place; i++) {
            times.next();
        }
        return times.next();
    }

    /** Whether all places are free. */
    boolean isEmpty(long now) {
        return underWay == 0 && (free.isEmpty() || free.getLast() - now <= 0);
    }

    void begin() {
        underWay++;
    }

    /** The request has been answered, and counts from now at the latest. */
    void answered(long now) {
        underWay--;
        free.addLast(now + nanos);
    }

    /** The request never left. */
    void giveBack() {
        underWay--;
    }
}
