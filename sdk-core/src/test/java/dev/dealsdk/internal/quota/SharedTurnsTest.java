package dev.dealsdk.internal.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.Logged;
import dev.dealsdk.internal.value.RateWindow;
import dev.dealsdk.spi.SharedQuota;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Permits whose turns come from a store; the one here gives a turn each second, and is away when the test says so. */
final class SharedTurnsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration PATIENT = Duration.ofHours(1);

    private final AtomicLong clock = new AtomicLong(1_000);
    private final Store store = new Store();
    private final SharedTurns turns =
            new SharedTurns(store, "redis://****@cache:6379", "20 %", Duration.ofMinutes(1), clock::get);
    private final AccountQuota quota = new AccountQuota(new RateLimiter(RateWindow.parse("2/1m"), clock::get), turns);

    private final class Store implements SharedQuota {
        private final AtomicInteger questions = new AtomicInteger();
        private boolean away;
        private boolean connected;
        private long next = clock.get();
        private long pausedUntil = clock.get();

        private void ask() throws IOException {
            questions.incrementAndGet();
            if (away) {
                throw new IOException("Connection refused");
            }
            connected = true;
        }

        @Override
        public Duration take() throws IOException {
            ask();
            long turn = Math.max(next, clock.get());
            next = turn + SECOND.toNanos();
            return Duration.ofNanos(turn - clock.get());
        }

        @Override
        public void giveBack() throws IOException {
            ask();
            next -= SECOND.toNanos();
        }

        @Override
        public void pause(Duration time) throws IOException {
            ask();
            pausedUntil = clock.get() + time.toNanos();
        }

        @Override
        public Duration paused() throws IOException {
            ask();
            return Duration.ofNanos(Math.max(0, pausedUntil - clock.get()));
        }

        @Override
        public void disconnect() {
            connected = false;
        }
    }

    @BeforeEach
    void join() {
        quota.join();
    }

    private Permit take() {
        return quota.next(PATIENT).orElseThrow();
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    @Test
    void next_storeThere_turnsAreTheStoresWhateverThisProcessCounts() {
        for (int i = 0; i < 5; i++) {
            Permit permit = take();
            assertThat(permit.remaining()).isZero();
            permit.answered();
            pass(SECOND);
        }
    }

    @Test
    void next_turnComesLaterThanPatience_isGivenBack() {
        take();
        for (int i = 0; i < 9; i++) {
            assertThat(quota.next(Duration.ofMillis(900))).isEmpty();
        }

        assertThat(quota.next(SECOND).orElseThrow().remaining()).isEqualTo(SECOND);
    }

    @Test
    void giveBack_requestNeverLeft_isTheNextOnesTurn() {
        take().giveBack();

        assertThat(take().remaining()).isZero();
    }

    @Test
    void pause_vendorSaysSo_isHeardByAllAndTurnsInBetweenAreTakenAnew() {
        take();
        Permit waiting = take();
        assertThat(waiting.remaining()).isEqualTo(SECOND);
        quota.pause(Duration.ofSeconds(5));
        pass(SECOND);

        assertThat(waiting.remaining()).isEqualTo(Duration.ofSeconds(4));
        assertThat(store.pausedUntil - clock.get())
                .isEqualTo(Duration.ofSeconds(4).toNanos());
        pass(Duration.ofSeconds(4));
        assertThat(waiting.remaining()).isZero();
        assertThat(take().remaining()).as("the turn after that").isEqualTo(SECOND);
    }

    @Test
    void next_storeAway_keepsToTheShareWithOneWarningAndAsksOnceASecond() {
        store.away = true;

        String log = Logged.during(() -> {
            assertThat(take().remaining()).isZero();
            assertThat(take().remaining()).isZero();
            assertThat(quota.next(SECOND)).as("more than the share").isEmpty();
            pass(Duration.ofSeconds(2));
            assertThat(quota.next(SECOND)).isEmpty();
        });

        assertThat(store.questions).as("at first, and after a second").hasValue(2);
        assertThat(log.lines().filter(line -> line.contains("WARN")))
                .singleElement()
                .asString()
                .contains(
                        "The quota store redis://****@cache:6379 cannot be reached (Connection refused): until it can,"
                                + " this process keeps to 20 % of the account's quota");
    }

    @Test
    void next_storeAwayAfterRequestsOfThisProcess_countsThem() {
        take().answered();
        pass(SECOND);
        take().answered();
        store.away = true;

        Permit third = take();
        assertThat(third.remaining()).as("asked once, then the share").isEqualTo(Duration.ofSeconds(59));
    }

    @Test
    void next_storeBack_bothHoldForAWindowAndThenTheStoreAlone() {
        store.away = true;
        take().answered();
        store.away = false;
        pass(SECOND);
        String log = Logged.during(() -> take().answered());

        assertThat(log).contains("can be reached again");
        Permit third = take();
        assertThat(third.remaining()).as("the share is used up").isEqualTo(Duration.ofSeconds(59));
        pass(Duration.ofSeconds(59));
        assertThat(third.remaining()).isZero();
        third.answered();
        pass(SECOND.plusSeconds(1));
        for (int i = 0; i < 4; i++) {
            assertThat(take().remaining()).isZero();
            pass(SECOND);
        }
    }

    @Test
    void leave_lastClient_disconnectsAndAsksNothingMore() {
        Permit permit = take();
        assertThat(store.connected).isTrue();
        int questions = store.questions.get();

        quota.leave();
        permit.giveBack();

        assertThat(store.connected).isFalse();
        assertThat(store.questions).hasValue(questions);
    }
}
