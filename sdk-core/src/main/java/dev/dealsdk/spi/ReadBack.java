package dev.dealsdk.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How to find out whether a transition has happened when its answer does not tell: by reading the deal. For {@link
 * HttpTransport#sendTransition}:
 *
 * <pre>{@code
 * ReadBack.of(call -> getDeal(call, id)).shows(AcmeDeal::stageId, stageId)
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param <T> what the transition gives
 */
public final class ReadBack<T> {
    private final Function<CallScope, T> read;
    private final List<Mark<T>> marks;
    private final UnaryOperator<VendorRequest> resend;
    private final boolean hides;

    private ReadBack(
            Function<CallScope, T> read, List<Mark<T>> marks, UnaryOperator<VendorRequest> resend, boolean hides) {
        this.read = read;
        this.marks = List.copyOf(marks);
        this.resend = resend;
        this.hides = hides;
    }

    /** What a deal that was read says of the transition. */
    public enum Verdict {
        /** It has happened. */
        DONE,
        /** It has not. */
        NOT_DONE,
        /** What the vendor sends does not tell. */
        UNCLEAR
    }

    /**
     * {@return a read-back that looks at nothing yet}
     *
     * @param <T> what the transition gives
     * @param read reads the deal within the call that it is given; called only when the deal has to be read
     */
    public static <T> ReadBack<T> of(Function<CallScope, T> read) {
        return new ReadBack<>(read, List.of(), request -> request, false);
    }

    /**
     * {@return this read-back, which looks at one more thing}
     *
     * @param field of the deal as it was read; empty if the vendor did not send it
     * @param expected what it is after the transition; case does not count
     */
    public ReadBack<T> shows(Function<? super T, Optional<String>> field, String expected) {
        return with(new Mark<>(field, expected, true));
    }

    /**
     * {@return this read-back, for a request that also carries something that the deal shows} Only a deal that shows it proves
     * that the transition has happened. Another value proves nothing: the deal may have been in that state before, or the
     * value may have been changed since.
     *
     * @param field of the deal as it was read; empty if the vendor did not send it
     * @param data what the request carries, such as a reason; nothing changes if it is empty; case does not count
     */
    public ReadBack<T> carrying(Function<? super T, Optional<String>> field, Optional<String> data) {
        return data.isEmpty() ? this : with(new Mark<>(field, data.get(), false));
    }

    /**
     * {@return this read-back, for a request that also carries something that the deal does not show} What the deal shows then
     * proves nothing: it may have been in that state before.
     *
     * @param data what the request carries, such as a note; nothing changes if it is empty
     */
    public ReadBack<T> hiding(Optional<?> data) {
        return data.isEmpty() ? this : new ReadBack<>(read, marks, resend, true);
    }

    private ReadBack<T> with(Mark<T> mark) {
        if (marks.isEmpty()) {
            return new ReadBack<>(read, List.of(mark), resend, hides);
        }
        List<Mark<T>> more = new ArrayList<>(marks);
        more.add(mark);
        return new ReadBack<>(read, more, resend, hides);
    }

    /**
     * {@return this read-back, for a request that must change before it is sent again: by a new idempotency key, say, since
     * the vendor would replay its first response under the old one}
     *
     * @param change applied when the deal has shown that the request had no effect
     */
    public ReadBack<T> resending(UnaryOperator<VendorRequest> change) {
        return new ReadBack<>(read, marks, change, hides);
    }

    /**
     * Reads the deal.
     *
     * @param call the call of the transition
     * @return as it is now
     * @throws dev.dealsdk.DealsException if it cannot be read
     */
    public T read(CallScope call) {
        return read.apply(call);
    }

    /**
     * {@return what a deal says}
     *
     * @param deal as it was read
     */
    public Verdict verdict(T deal) {
        Verdict verdict = marks.isEmpty() || hides ? Verdict.UNCLEAR : Verdict.DONE;
        for (Mark<T> mark : marks) {
            Optional<String> actual = mark.field().apply(deal);
            boolean isOther = actual.isPresent() && !actual.get().equalsIgnoreCase(mark.expected());
            if (isOther && mark.decides()) {
                return Verdict.NOT_DONE;
            }
            if (isOther || actual.isEmpty()) {
                verdict = Verdict.UNCLEAR;
            }
        }
        return verdict;
    }

    /**
     * {@return the request as it is sent again}
     *
     * @param request as it was sent before
     */
    public VendorRequest again(VendorRequest request) {
        return resend.apply(request);
    }

    /** @param decides whether another value proves that the transition has not happened */
    private record Mark<T>(Function<? super T, Optional<String>> field, String expected, boolean decides) {}
}
