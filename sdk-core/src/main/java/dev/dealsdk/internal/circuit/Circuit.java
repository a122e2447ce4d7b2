package dev.dealsdk.internal.circuit;

import dev.dealsdk.event.CircuitChange;
import dev.dealsdk.event.CircuitState;
import dev.dealsdk.internal.account.PerAccount;
import dev.dealsdk.internal.value.CircuitRule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets no request of an account leave while its vendor is failing: opens after a run of failed attempts, lets one read through
 * each time the open time has passed, and closes when that succeeds. Thread-safe; has no thread of its own.
 */
public final class Circuit {
    /** Those that all clients of this process share. */
    public static final PerAccount<Circuit> OF_THE_PROCESS = new PerAccount<>(Circuit::isIdle);

    private static final Logger LOG = LoggerFactory.getLogger("dev.dealsdk.circuit");

    private final String vendor;
    private final CircuitRule rule;
    private final LongSupplier nanoTime;
    private final List<Member> members = new CopyOnWriteArrayList<>();
    private CircuitState state = CircuitState.CLOSED;
    /** What an attempt holds that began in the present state. */
    private Pass current = new Pass();

    private int failures;
    private long firstFailure;
    private long nextProbe;
    private long notSent;

    /** That an attempt may begin. What comes of it counts only as long as the circuit has not changed its state. */
    public static final class Pass {
        private Pass() {}
    }

    /** A client that is told of each change. */
    public record Member(String provider, Optional<String> connection, Consumer<CircuitChange> listener) {}

    /**
     * A closed circuit.
     *
     * @param vendor for the log
     * @param nanoTime the clock, as {@link System#nanoTime}
     */
    public Circuit(String vendor, CircuitRule rule, LongSupplier nanoTime) {
        this.vendor = vendor;
        this.rule = rule;
        this.nanoTime = nanoTime;
    }

    /** A circuit that never opens. */
    public static Circuit off() {
        return new Circuit("", new CircuitRule(Integer.MAX_VALUE, Duration.ZERO), System::nanoTime);
    }

    /** Tells a client the present state, and each change from now on. */
    public void join(Member member) {
        members.add(member);
        tell(member);
    }

    /** Tells a client no more. */
    public void leave(Member member) {
        members.remove(member);
    }

    /** Whether a read would now be let through to see if the vendor works again. */
    public synchronized boolean isProbeDue() {
        return state == CircuitState.OPEN && nanoTime.getAsLong() - nextProbe >= 0;
    }

    /** Whether an attempt that began now would be refused; nothing is counted. */
    public synchronized boolean refuses(boolean mayProbe) {
        return state != CircuitState.CLOSED && !(mayProbe && isProbeDue());
    }

    /**
     * Lets an attempt begin. What becomes of it must be told by {@link #succeeded}, {@link #failed} or {@link #ended}.
     *
     * @param mayProbe whether it may be the one that goes first
     * @return null if it may not begin
     */
    public @Nullable Pass enter(boolean mayProbe) {
        Pass pass;
        synchronized (this) {
            if (state == CircuitState.CLOSED) {
                return current;
            }
            if (refuses(mayProbe)) {
                return null;
            }
            become(CircuitState.HALF_OPEN);
            pass = current;
        }
        tellAll();
        return pass;
    }

    /** The vendor works: it has given some response that does not speak of a failure of its own. */
    public void succeeded(Pass pass) {
        String closing;
        synchronized (this) {
            if (pass != current) {
                return;
            }
            if (state == CircuitState.CLOSED) {
                failures = 0;
                return;
            }
            closing =
                    failures + " attempts failed in " + text(failingFor()) + ", " + notSent + " requests were not sent";
            become(CircuitState.CLOSED);
            failures = 0;
        }
        LOG.warn("{} has recovered, and calls are sent again: {}", name(), closing);
        tellAll();
    }

    /**
     * The vendor has failed, or cannot be reached.
     *
     * @param reason an HTTP status or a word, for the log
     */
    public void failed(Pass pass, String reason) {
        boolean opens;
        String run;
        synchronized (this) {
            if (pass != current) {
                return;
            }
            if (failures == 0) {
                firstFailure = nanoTime.getAsLong();
            }
            failures++;
            opens = state == CircuitState.CLOSED;
            if (opens && failures < rule.failures()) {
                return;
            }
            nextProbe = nanoTime.getAsLong() + rule.openTime().toNanos();
            notSent = opens ? 0 : notSent;
            become(CircuitState.OPEN);
            run = failures + " attempts in a row failed within " + text(failingFor()) + ", the last one with " + reason;
        }
        if (opens) {
            LOG.warn(
                    "{} is failing, and calls fail immediately: {}; the next probe is a read in {}",
                    name(),
                    run,
                    openTime());
        } else {
            LOG.debug("{} is still failing: {}; the next probe is a read in {}", name(), run, openTime());
        }
        tellAll();
    }

    /** The attempt is over. If neither success nor failure was told, as when it was cancelled, it says nothing of the vendor. */
    public void ended(Pass pass) {
        synchronized (this) {
            if (pass != current || state != CircuitState.HALF_OPEN) {
                return;
            }
            become(CircuitState.OPEN);
            nextProbe = nanoTime.getAsLong();
        }
        tellAll();
    }

    /** Counts a request that is refused, and says why: how long the vendor has been failing, and when the next read goes. */
    public synchronized String refusal() {
        notSent++;
        Duration wait = Duration.ofNanos(nextProbe - nanoTime.getAsLong());
        String next = state == CircuitState.HALF_OPEN
                ? "a probe is under way"
                : wait.isNegative() || wait.isZero()
                        ? "the next read is the probe"
                        : "the next probe, a read, is sent in " + text(wait);
        return "the vendor has been failing for " + text(failingFor()) + " (" + failures + " attempts in a row); "
                + next;
    }

    private synchronized boolean isIdle() {
        return failures == 0;
    }

    private void become(CircuitState next) {
        state = next;
        current = new Pass();
    }

    private Duration failingFor() {
        return failures == 0 ? Duration.ZERO : Duration.ofNanos(nanoTime.getAsLong() - firstFailure);
    }

    /** The vendor and, where its clients have any, the names of their connections. */
    private String name() {
        String connections = members.stream()
                .flatMap(member -> member.connection().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return connections.isEmpty() ? vendor : vendor + " (" + connections + ")";
    }

    private String openTime() {
        return text(rule.openTime());
    }

    /** In seconds, and in tenths of them while there are few. */
    private static String text(Duration time) {
        long tenths = (time.toMillis() + 99) / 100;
        return (tenths < 100 ? Double.toString(tenths / 10.0) : Long.toString((tenths + 9) / 10)) + " s";
    }

    private void tellAll() {
        members.forEach(this::tell);
    }

    /** Not within the lock: a listener may make calls. */
    private void tell(Member member) {
        member.listener().accept(change(member));
    }

    private synchronized CircuitChange change(Member member) {
        return new CircuitChange(member.provider(), member.connection(), state, failures, failingFor(), notSent);
    }
}
