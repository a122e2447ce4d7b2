package dev.dealsdk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The table of what vendors can do with a file that bridges. */
final class BridgedClaimsTest {
    private final List<VendorClaims> vendors = VendorClaims.all();
    private final String text = new BridgedClaims(vendors).text();

    @Test
    void text_cellThatStaysRefused_hasItsReason() {
        Map<String, List<String>> rows = rows();

        List<String> unexplained = new ArrayList<>();
        rows.forEach((what, cells) -> {
            List<String> operation = rows.getOrDefault(what.replaceFirst(": .*", ""), List.of());
            for (int i = 0; i < vendors.size(); i++) {
                boolean isOfARefusedOperation =
                        what.contains(": ") && operation.get(i).equals("-");
                if (cells.get(i).equals("-") && !isOfARefusedOperation && !isExplained(vendors.get(i), what)) {
                    unexplained.add(vendors.get(i).provider() + " " + what);
                }
            }
        });

        assertThat(rows).hasSizeGreaterThan(60);
        assertThat(text).contains("\n- **stora**, delete: Stora documents no call that deletes");
        assertThat(unexplained).isEmpty();
    }

    @Test
    void text_whatTheFileBridges_isDerived() {
        int stora = vendors.stream().map(VendorClaims::provider).toList().indexOf("stora");

        Map<String, List<String>> rows = rows();

        assertThat(List.of("create: `value`", "filter `status`", "order `VALUE`"))
                .allSatisfy(
                        what -> assertThat(rows.getOrDefault(what, List.of()).get(stora))
                                .isEqualTo("DERIVED"));
        assertThat(rows.getOrDefault("create: `name`", List.of()).get(stora)).isEqualTo("DOCUMENTED");
    }

    private boolean isExplained(VendorClaims vendor, String what) {
        return text.lines()
                .filter(line -> line.startsWith("- **" + vendor.provider() + "**, "))
                .anyMatch(line -> line.contains(", " + what + ": ") || line.contains(", " + what + ", "));
    }

    private Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        text.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("|  |"))
                .forEach(line -> {
                    List<String> cells =
                            List.of(line.substring(2, line.length() - 2).split(" \\| ", -1));
                    rows.put(cells.get(0), cells.subList(1, cells.size()));
                });
        return rows;
    }
}
