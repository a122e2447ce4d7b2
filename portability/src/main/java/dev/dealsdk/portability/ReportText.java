package dev.dealsdk.portability;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A report as text for a terminal. */
final class ReportText {
    private static final int INDENT = 2;
    private static final int NARROWEST = 40;
    private static final int WIDEST_SUBJECT = 26;

    private final StringBuilder text = new StringBuilder();
    private final int columns;
    private final int start;

    private ReportText(int columns, int start) {
        this.columns = columns;
        this.start = start;
    }

    /** The report in lines of no more than these columns, but for words that are longer. */
    static String of(PortabilityReport report, int columns) {
        int width = Math.max(columns, NARROWEST);
        int longest = report.findings().stream()
                .mapToInt(finding -> finding.subject().length())
                .max()
                .orElse(0);
        int subject = Math.min(longest, Math.min(WIDEST_SUBJECT, width / 3));
        ReportText lines = new ReportText(width, INDENT + subject + 2);
        lines.head(report);
        for (PortabilityVerdict verdict : PortabilityVerdict.values()) {
            lines.group(verdict, report.findings(verdict));
        }
        return lines.text.toString();
    }

    private void head(PortabilityReport report) {
        List<String> counts = new ArrayList<>();
        for (PortabilityVerdict verdict : PortabilityVerdict.values()) {
            int count = report.findings(verdict).size();
            if (count > 0) {
                counts.add(count + " " + word(verdict));
            }
        }
        if (counts.isEmpty()) {
            counts.add("nothing to compare");
        }
        text.append(report.fromProvider())
                .append(" -> ")
                .append(report.toProvider())
                .append(':');
        int column = text.length();
        for (int i = 0; i < counts.size(); i++) {
            String count = counts.get(i) + (i + 1 < counts.size() ? "," : "");
            boolean fits = column + 1 + count.length() <= columns;
            text.append(fits ? " " : "\n" + " ".repeat(INDENT)).append(count);
            column = fits ? column + 1 + count.length() : INDENT + count.length();
        }
        text.append('\n')
                .append(report.fromSource())
                .append(" -> ")
                .append(report.toSource())
                .append('\n');
    }

    private void group(PortabilityVerdict verdict, List<PortabilityFinding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        text.append('\n').append(word(verdict)).append('\n');
        for (PortabilityFinding finding : findings) {
            text.append(" ".repeat(INDENT)).append(finding.subject());
            int column = INDENT + finding.subject().length();
            if (column > start - 2) {
                newLine();
            } else {
                text.append(" ".repeat(start - column));
            }
            sentence(finding.reason());
            for (SuggestedLine line : finding.lines()) {
                if (!finding.reason().contains(SuggestedLine.inFile(line.key()))) {
                    line("+ " + line);
                }
            }
        }
    }

    private void sentence(String reason) {
        int column = start;
        for (String word : reason.split(" ", -1)) {
            boolean first = column == start;
            if (!first && column + 1 + word.length() > columns) {
                newLine();
                column = start;
                first = true;
            }
            text.append(first ? "" : " ").append(word);
            column += word.length() + (first ? 0 : 1);
        }
        text.append('\n');
    }

    /** Not broken; where it is too long to stand below the reason, it begins further left. */
    private void line(String line) {
        int column = start + line.length() <= columns ? start : 2 * INDENT;
        text.append(" ".repeat(column)).append(line).append('\n');
    }

    private void newLine() {
        text.append('\n').append(" ".repeat(start));
    }

    private static String word(PortabilityVerdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
