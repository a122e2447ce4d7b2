package dev.dealsdk.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Determines whether a transition took effect when its response does not tell, by reading the deal. For {@link
 * HttpTransport#sendTransition}:
 *
 * <pre>{@code
 * ReadBack.of(call -> getDeal(call, id)).shows(AcmeDeal::stageId, stageId)
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param <T> the result type of the transition
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

    /** What the current deal proves about the transition. */
    public enum Verdict {
        /** The transition took effect. */
        DONE,
        /** The transition did not take effect. */
        NOT_DONE,
        /** The fields that the vendor sends do not prove either. */
        UNCLEAR
    }

    /**
     * {@return a read-back that compares no field yet}
     *
     * @param <T> the result type of the transition
     * @param read reads the deal within the call that it is given; called only when the deal has to be read
     */
    public static <T> ReadBack<T> of(Function<CallScope, T> read) {
        return new ReadBack<>(read, List.of(), request -> request, false);
    }

    /**
     * {@return a copy of this read-back that also compares a field which the transition changes}
     *
     * @param field returns the field of the deal; empty if the vendor did not send it
     * @param expected the value after the transition; compared case-insensitively
     */
    public ReadBack<T> shows(Function<? super T, Optional<String>> field, String expected) {
        return with(new Mark<>(field, expected, true));
    }

    /**
     * {@return a copy of this read-back for a request that also sets another field of the deal} The transition is
     * proven only if the deal has the value of that field. Another value proves nothing: the deal may have been in the
     * target state before the request, or the value may have changed since.
     *
     * @param field returns the field of the deal; empty if the vendor did not send it
     * @param data the value that the request sets, such as a reason; if empty, this read-back is returned; compared
     *     case-insensitively
     */
    public ReadBack<T> carrying(Function<? super T, Optional<String>> field, Optional<String> data) {
        return data.isEmpty() ? this : with(new Mark<>(field, data.get(), false));
    }

    /**
     * {@return a copy of this read-back for a request that also carries data which the deal does not show} The deal
     * then proves nothing, because it may have been in the target state before the request.
     *
     * @param data the data that the request carries, such as a note; if empty, this read-back is returned
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
     * {@return a copy of this read-back for a request that must change before it is retried} For example, it may need a
     * new idempotency key, because the vendor would replay its first response under the old one.
     *
     * @param change applied after the deal has shown that the request had no effect
     */
    public ReadBack<T> resending(UnaryOperator<VendorRequest> change) {
        return new ReadBack<>(read, marks, change, hides);
    }

    /**
     * Reads the deal.
     *
     * @param call the call of the transition
     * @return the deal in its current state
     * @throws dev.dealsdk.DealsException if the deal cannot be read
     */
    public T read(CallScope call) {
        return read.apply(call);
    }

    /**
     * {@return what a deal proves about the transition}
     *
     * @param deal the deal as it was read
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
     * {@return the request to send for a retry}
     *
     * @param request the request that was sent before
     */
    public VendorRequest again(VendorRequest request) {
        return resend.apply(request);
    }

    /**
     * A field to compare.
     *
     * @param decides true if another value proves that the transition did not take effect
     */
    private record Mark<T>(Function<? super T, Optional<String>> field, String expected, boolean decides) {}
}
