package dev.dealsdk.internal.call;

import dev.dealsdk.event.CallListener;
import dev.dealsdk.event.CallObserver;
import dev.dealsdk.event.CallStart;
import dev.dealsdk.event.CircuitChange;
import dev.dealsdk.event.ShadowRead;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins to tell of calls. Costs nothing while nobody listens. Thread-safe. */
public final class CallMonitors {
    private static final Logger LOG = LoggerFactory.getLogger("dev.dealsdk.listener");
    /** Tells nobody. */
    public static final CallMonitor UNHEARD = new CallMonitor(List.of(), thrown -> {});

    private final List<CallListener> listeners;

    /** @param listeners the program's own; the log is served besides */
    public CallMonitors(List<CallListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    /** What is to be told the call that begins. */
    public CallMonitor begin(CallStart call) {
        boolean logged = CallLog.isOn();
        if (listeners.isEmpty() && !logged) {
            return UNHEARD;
        }
        List<CallObserver> observers = new ArrayList<>(listeners.size() + 1);
        if (logged) {
            observers.add(new CallLog(call));
        }
        for (CallListener listener : listeners) {
            try {
                observers.add(listener.callStarted(call));
            } catch (Throwable thrown) {
                warn(thrown);
            }
        }
        return new CallMonitor(observers, CallMonitors::warn);
    }

    /** Tells the listeners that are there, whatever they throw. */
    public void circuitChanged(CircuitChange change) {
        for (CallListener listener : listeners) {
            try {
                listener.circuitChanged(change);
            } catch (Throwable thrown) {
                warn(thrown);
            }
        }
    }

    /** Notifies the listeners of a comparison, whatever they throw. */
    public void shadowRead(ShadowRead read) {
        for (CallListener listener : listeners) {
            try {
                listener.shadowRead(read);
            } catch (Throwable thrown) {
                warn(thrown);
            }
        }
    }

    private static void warn(Throwable thrown) {
        LOG.warn("a listener failed; the call goes on without it", thrown);
    }
}
