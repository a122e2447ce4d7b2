package dev.dealsdk;

import dev.dealsdk.internal.portability.ReportText;
import java.util.List;
import org.immutables.value.Value;

/** What becomes of a program when it moves from one configuration to another. */
@Value.Immutable
@SdkStyle
public interface PortabilityReport {

    /** {@return the id of the provider it moves from} */
    String fromProvider();

    /** {@return the id of the provider it moves to} */
    String toProvider();

    /** {@return what becomes of each thing it needs, the worst first} */
    List<PortabilityFinding> findings();

    /**
     * {@return the findings of one verdict, in the same order}
     *
     * @param verdict such as {@link PortabilityVerdict#REFUSED}
     */
    default List<PortabilityFinding> findings(PortabilityVerdict verdict) {
        return findings().stream()
                .filter(finding -> finding.verdict() == verdict)
                .toList();
    }

    /** {@return whether nothing is refused} What is lost or unverified is for people to judge. */
    default boolean isPortable() {
        return findings(PortabilityVerdict.REFUSED).isEmpty();
    }

    /**
     * {@return the report for a terminal: a line of counts, then the findings by verdict, with line breaks}
     *
     * @param columns as wide as it may be; 40 at least
     */
    default String render(int columns) {
        return ReportText.of(this, columns);
    }

    /** {@return a builder with nothing set; both providers are mandatory} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a {@link PortabilityReport}; not thread-safe. */
    final class Builder extends ImmutablePortabilityReport.Builder {
        Builder() {}
    }
}
