package dev.dealsdk.internal.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dealsdk.internal.value.RateWindow;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimiterTest {
    private static final Duration PATIENT = Duration.ofHours(24);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Close to where nanoTime overflows, which it may do at any moment. */
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1_000);

    private final RateLimiter limiter = limiter("3/1s");

    private RateLimiter limiter(String windows) {
        return new RateLimiter(RateWindow.parse(windows), clock::get);
    }

    @Test
    void next_withinTheWindow_goesAtOnce() {
        for (int i = 0; i < 3; i++) {
            assertThat(take(limiter).remaining()).isZero();
        }
        assertThat(take(limiter).remaining()).isEqualTo(SECOND);
    }

    @Test
    void next_afterTheWindow_goesAtOnce() {
        spend(3);
        pass(SECOND);

        assertThat(limiter.waitNow()).isZero();
        assertThat(take(limiter).remaining()).isZero();
    }

    @Test
    void next_moreThanPatience_takesNothing() {
        spend(3);

        assertThat(limiter.next(Duration.ofMillis(999))).isEmpty();
        assertThat(limiter.next(Duration.ofMillis(999))).isEmpty();
        assertThat(limiter.waitNow()).isEqualTo(SECOND);
        assertThat(limiter.next(SECOND)).isPresent();
    }

    @Test
    void remaining_answerCameLate_waitsAWholeWindowFromThen() {
        List<Permit> slow = List.of(begun(), begun(), begun());
        Permit fourth = take(limiter);
        pass(Duration.ofMillis(400));
        slow.forEach(Permit::answered);
        pass(Duration.ofMillis(600));

        assertThat(fourth.remaining()).isEqualTo(Duration.ofMillis(400));
    }

    @Test
    void giveBack_theRequestNeverLeft_freesItsPlace() {
        Permit dropped = begun();
        spend(2);
        dropped.giveBack();

        assertThat(take(limiter).remaining()).isZero();
    }

    @Test
    void remaining_manyWait_firstComeFirstServed() {
        spend(3);
        Permit first = take(limiter);
        Permit second = take(limiter);
        List<Permit> others = List.of(take(limiter), take(limiter));
        pass(SECOND);

        assertThat(others.get(1).remaining()).as("three are before it").isPositive();
        assertThat(second.remaining()).isZero();
        assertThat(first.remaining()).isZero();
        assertThat(others.get(0).remaining()).isZero();
    }

    @Test
    void giveBack_whileWaiting_letsTheNextOneUp() {
        spend(3);
        List<Permit> waiting = List.of(take(limiter), take(limiter), take(limiter));
        Permit last = take(limiter);
        waiting.get(0).giveBack();
        pass(SECOND);

        assertThat(last.remaining()).isZero();
    }

    @Test
    void requestThatArrivesLate_isCountedFromItsAnswer() {
        Permit late = begun();
        spend(2);
        pass(SECOND);
        spend(2);

        assertThat(take(limiter).remaining())
                .as("the late one is still under way")
                .isEqualTo(SECOND);
        late.giveBack();
    }

    @Test
    void pause_untilTheVendorAllows_holdsEverybodyBack() {
        Permit waiting = take(limiter);
        limiter.pause(Duration.ofMillis(300));

        assertThat(waiting.remaining()).isEqualTo(Duration.ofMillis(300));
        assertThat(take(limiter).remaining()).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void pause_ofAYear_isCutToTheLongestWindow() {
        limiter.pause(Duration.ofDays(365));

        assertThat(limiter.waitNow()).isEqualTo(SECOND);
    }

    @Test
    void pause_ofNoTime_changesNothing() {
        limiter.pause(Duration.ofSeconds(-5));

        assertThat(limiter.waitNow()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"60/1m", "10/1s,60/1m", "1/1s", "7/300ms,20/1s,100/1m"})
    void longListing_atAnyLatency_spendsTheQuotaAndNeverMore(String windows) {
        RateLimiter limits = limiter(windows);
        List<Vendor> vendors =
                RateWindow.parse(windows).stream().map(Vendor::new).toList();
        Random random = new Random(7);
        long begin = clock.get();
        for (int page = 0; page < 500; page++) {
            Permit permit = take(limits);
            for (Duration wait = permit.remaining(); !wait.isZero(); wait = permit.remaining()) {
                pass(wait);
            }
            pass(Duration.ofMillis(random.nextInt(200)));
            vendors.forEach(vendor -> vendor.count(clock.get()));
            pass(Duration.ofMillis(random.nextInt(50)));
            permit.answered();
        }

        assertThat(vendors).allSatisfy(vendor -> assertThat(vendor.refused).isZero());
        long ideal = RateWindow.parse(windows).stream()
                .mapToLong(window -> 500 / window.calls() * window.length().toNanos())
                .max()
                .orElseThrow();
        Duration latency = Duration.ofMillis(500 * 125);
        assertThat(Duration.ofNanos(clock.get() - begin))
                .isLessThan(Duration.ofNanos(ideal).plus(latency).plus(MINUTE));
    }

    /** The vendor's side: a sliding window over the arrivals. */
    private static final class Vendor {
        private final RateWindow window;
        private final Deque<Long> arrivals = new ArrayDeque<>();
        private int refused;

        Vendor(RateWindow window) {
            this.window = window;
        }

        void count(long now) {
            while (!arrivals.isEmpty()
                    && now - arrivals.peekFirst() >= window.length().toNanos()) {
                arrivals.removeFirst();
            }
            if (arrivals.size() >= window.calls()) {
                refused++;
            } else {
                arrivals.addLast(now);
            }
        }
    }

    @Test
    void begin_turnsFoundElsewhere_countEvenBeyondThePlaces() {
        for (int i = 0; i < 7; i++) {
            Permit permit = limiter.queue(null);
            limiter.begin(permit);
            permit.answered();
            pass(Duration.ofMillis(100));
        }

        assertThat(limiter.waitNow())
                .as("until five of the seven have left the window, the first of which was at 0 ms and it is 700 ms now")
                .isEqualTo(Duration.ofMillis(700));
    }

    private void spend(int count) {
        for (int i = 0; i < count; i++) {
            begun().answered();
        }
    }

    private Permit begun() {
        Permit permit = take(limiter);
        assertThat(permit.remaining()).isZero();
        return permit;
    }

    private static Permit take(RateLimiter from) {
        return from.next(PATIENT).orElseThrow();
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }
}
