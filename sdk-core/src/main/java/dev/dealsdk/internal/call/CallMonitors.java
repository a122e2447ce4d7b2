package dev.dealsdk.internal.call;

import dev.dealsdk.event.CallListener;
import dev.dealsdk.event.CallObserver;
import dev.dealsdk.event.CallStart;
import dev.dealsdk.event.CircuitChange;
import dev.dealsdk.event.ClientLoad;
import dev.dealsdk.event.ShadowRead;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the observers of each call of one client. Costs nothing while nobody listens. Thread-safe. */
public final class CallMonitors {
    private static final Logger LOG = LoggerFactory.getLogger("dev.dealsdk.listener");
    /** Tells nobody. */
    public static final CallMonitor UNHEARD = new CallMonitor(List.of());

    private final List<Listener> listeners;

    /** @param listeners the program's own; the log is served besides */
    public CallMonitors(List<CallListener> listeners) {
        this.listeners = listeners.stream().map(Listener::new).toList();
    }

    /** What is to be told the call that begins. */
    public CallMonitor begin(CallStart call) {
        boolean logged = CallLog.isOn();
        if (listeners.isEmpty() && !logged) {
            return UNHEARD;
        }
        List<CallMonitor.Heard> observers = new ArrayList<>(listeners.size() + 1);
        ClientName client = new ClientName(call.provider(), call.connection());
        if (logged) {
            observers.add(new CallMonitor.Heard(new CallLog(call), thrown -> LOG.warn("the log failed", thrown)));
        }
        for (Listener listener : listeners) {
            listener.tell(client, told -> {
                CallObserver observer = Objects.requireNonNull(told.callStarted(call), "the observer of a call");
                observers.add(new CallMonitor.Heard(observer, thrown -> listener.failed(client, thrown)));
            });
        }
        return new CallMonitor(observers);
    }

    /** Tells the listeners that are there, whatever they throw. */
    public void circuitChanged(CircuitChange change) {
        ClientName client = new ClientName(change.provider(), change.connection());
        listeners.forEach(listener -> listener.tell(client, told -> told.circuitChanged(change)));
    }

    /** Tells the listeners that the client is there, whatever they throw. */
    public void clientConnected(ClientLoad load) {
        ClientName client = new ClientName(load.provider(), load.connection());
        listeners.forEach(listener -> listener.tell(client, told -> told.clientConnected(load)));
    }

    /** Tells the listeners what came of a comparison, whatever they throw. */
    public void shadowRead(ShadowRead read) {
        ClientName client = new ClientName(read.provider(), read.connection());
        listeners.forEach(listener -> listener.tell(client, told -> told.shadowRead(read)));
    }

    /** One of the program's own. What it throws is a warning once: with each call the log would hold nothing else. */
    private static final class Listener {
        private final CallListener told;
        private final AtomicBoolean hasFailed = new AtomicBoolean();

        Listener(CallListener told) {
            this.told = told;
        }

        void tell(ClientName client, Consumer<CallListener> news) {
            try {
                news.accept(told);
            } catch (Throwable thrown) {
                failed(client, thrown);
            }
        }

        void failed(ClientName client, Throwable thrown) {
            String type = told.getClass().getName();
            if (hasFailed.compareAndSet(false, true)) {
                LOG.warn(
                        "the listener {} of {} failed; calls go on without it, and further failures are logged at DEBUG",
                        type,
                        client,
                        thrown);
            } else {
                LOG.debug("the listener {} of {} failed again", type, client, thrown);
            }
        }
    }
}
