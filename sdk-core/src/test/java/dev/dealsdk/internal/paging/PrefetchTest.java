package dev.dealsdk.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dealsdk.Page;
import dev.dealsdk.internal.call.CallThreads;
import dev.dealsdk.internal.call.ClientName;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The next page of a listing is on its way while one is read. Nothing here takes time: what waits, waits for the test. */
@Timeout(60)
class PrefetchTest {
    private final HeldPages pages = new HeldPages(4);

    @Test
    void pages_secondIsBeingRead_thirdIsOnItsWay() throws InterruptedException {
        Iterator<Page<String>> reader = listing(true).pages().iterator();
        reader.next();

        assertThat(reader.next().items()).containsExactly("2a", "2b");

        CompletableFuture<Page<String>> third = pages.awaitInFlight(3);
        assertThat(third).isNotDone();
        pages.respond(3);
        assertThat(reader.next().items()).containsExactly("3a", "3b");
        assertThat(pages.inCallersThread()).containsExactly(1, 2);
    }

    @Test
    void pages_firstIsBeingRead_nothingIsOnItsWay() {
        listing(true).pages().iterator().next();

        assertThat(pages.asked()).containsExactly(1);
    }

    @Test
    void pages_switchedOff_eachIsAskedForWhenItIsWanted() {
        Iterator<Page<String>> reader = listing(false).pages().iterator();
        reader.next();
        reader.next();

        assertThat(pages.asked()).containsExactly(1, 2);
    }

    @Test
    void items_pageAheadFails_isToldBehindTheLastItemBeforeIt() {
        Iterator<String> reader = listing(true).iterator();
        Stream.generate(reader::next).limit(3).forEach(item -> {});
        pages.fail(3, new IllegalArgumentException("page 3"));

        assertThat(reader.next()).isEqualTo("2b");
        assertThatThrownBy(reader::hasNext).hasMessage("page 3");

        assertThat(reader.next()).as("asked for again").isEqualTo("3a");
        assertThat(pages.inCallersThread()).containsExactly(1, 2, 3);
    }

    @Test
    void stream_closedBeforeItsEnd_cancelsThePageAhead() throws InterruptedException {
        CompletableFuture<Page<String>> third;
        try (Stream<String> stream = listing(true).stream()) {
            assertThat(stream.skip(2).findFirst()).contains("2a");
            third = pages.awaitInFlight(3);
        }

        assertThatThrownBy(third::join).isInstanceOf(CancellationException.class);
    }

    @Test
    void iterator_garbage_cancelsThePageAhead() throws InterruptedException {
        readThree();
        CountDownLatch over = new CountDownLatch(1);
        CompletableFuture<Page<String>> third = pages.awaitInFlight(3);
        CompletableFuture<Page<String>> unused = third.whenComplete((page, cancelled) -> over.countDown());

        do {
            System.gc();
        } while (!over.await(50, TimeUnit.MILLISECONDS));

        assertThat(third).isCancelled();
    }

    private void readThree() {
        Iterator<String> reader = listing(true).iterator();
        for (int i = 0; i < 3; i++) {
            reader.next();
        }
    }

    @Test
    void next_interruptedWhileThePageIsOnItsWay_asksInThisThreadWhichTellsIt() throws InterruptedException {
        Iterator<Page<String>> reader = listing(true).pages().iterator();
        reader.next();
        reader.next();
        CompletableFuture<Page<String>> third = pages.awaitInFlight(3);

        Thread.currentThread().interrupt();
        reader.next();

        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(third::join).isInstanceOf(CancellationException.class);
        assertThat(pages.inCallersThread()).containsExactly(1, 2, 3);
    }

    @Test
    void items_ofAllPages_comeOnceAndInOrder() {
        pages.respondAtOnce();

        assertThat(listing(true)).containsExactlyElementsOf(List.of("1a", "1b", "2a", "2b", "3a", "3b", "4a", "4b"));
        assertThat(pages.asked()).containsExactly(1, 2, 3, 4);
    }

    private LazyPaged<String> listing(boolean ahead) {
        return new LazyPaged<>(
                Optional.empty(),
                token -> new Fetched<>(pages.at(token), List.of()),
                item -> item,
                new ClientName("fake", Optional.empty()),
                new CallThreads(Optional.empty()),
                ahead);
    }
}
