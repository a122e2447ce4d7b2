package dev.dealsdk.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dealsdk.Capabilities;
import dev.dealsdk.Operation;
import dev.dealsdk.Support;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/** Turns cells into tests, each with an account of its own. */
final class ContractSuite {
    private final Supplier<VendorAccount> accounts;
    private final SampleValues samples;
    private final Map<Map<String, String>, Capabilities> claims;

    ContractSuite(Supplier<VendorAccount> accounts, SampleValues samples, List<Map<String, String>> configurations) {
        this.accounts = accounts;
        this.samples = samples;
        this.claims = claims(configurations);
    }

    /** The cells of a group in every configuration under which the provider claims something else. */
    Stream<DynamicNode> everywhere(Cell.Group group) {
        return claims.entrySet().stream().map(entry -> container(entry.getKey(), entry.getValue(), group));
    }

    /** The cells of a group in the configuration that offers most. */
    Stream<DynamicNode> once(Cell.Group group) {
        return claims.entrySet().stream()
                .max(Comparator.comparingLong(entry -> offered(entry.getValue())))
                .map(entry -> container(entry.getKey(), entry.getValue(), group))
                .stream();
    }

    /** Whether each operation is implemented if and only if some configuration claims it. */
    Stream<DynamicNode> implementation() {
        return Arrays.stream(Operation.values())
                .map(operation -> DynamicTest.dynamicTest(operation.key() + ": claimed as implemented", () -> {
                    boolean claimed =
                            claims.values().stream().anyMatch(some -> some.support(operation) != Support.NONE);
                    try (Trial trial = new Trial(accounts.get(), Map.of(), samples)) {
                        assertEquals(
                                trial.provider().implementsOperation(operation),
                                claimed,
                                () -> operation.key() + ": the capabilities "
                                        + (claimed
                                                ? "claim it, but the ProviderClient has no method for it"
                                                : "claim it under no configuration tested, but the ProviderClient"
                                                        + " implements it: claim it, or take the method away"));
                    }
                }));
    }

    /** Every configuration under which something else is claimed. */
    private Map<Map<String, String>, Capabilities> claims(List<Map<String, String>> configurations) {
        Map<Map<String, String>, Capabilities> found = new LinkedHashMap<>();
        List<Object> seen = new ArrayList<>();
        for (Map<String, String> configuration : configurations) {
            try (Trial trial = new Trial(accounts.get(), configuration, samples)) {
                if (isNews(trial.claims(), seen)) {
                    found.put(configuration, trial.claims());
                }
            }
        }
        return found;
    }

    private static boolean isNews(Capabilities found, List<Object> seen) {
        // The flag alone changes nothing where there is nothing unverified.
        boolean flagMatters =
                Arrays.stream(Operation.values()).anyMatch(operation -> found.support(operation) == Support.UNVERIFIED);
        Object claim = flagMatters
                ? found
                : Capabilities.builder().from(found).allowUnverified(false).build();
        return !seen.contains(claim) && seen.add(claim);
    }

    private DynamicNode container(Map<String, String> configuration, Capabilities claims, Cell.Group group) {
        String name = configuration.isEmpty() ? "by default" : "with " + new TreeMap<>(configuration);
        return DynamicContainer.dynamicContainer(
                name,
                group.cells(claims)
                        .map(cell -> DynamicTest.dynamicTest(
                                cell.name(), () -> run(name, configuration, cell, group.keepsVendorContract()))));
    }

    private void run(String name, Map<String, String> configuration, Cell cell, boolean keepsContract)
            throws Exception {
        try (Trial trial = new Trial(accounts.get(), configuration, samples)) {
            cell.check().on(trial);
            if (keepsContract && !trial.claims().allowUnverified()) {
                trial.requireVendorContract();
            }
        } catch (TestAbortedException said) {
            throw said;
        } catch (AssertionError | RuntimeException broken) {
            // Reports that number dynamic tests instead of naming them shall name the cell as well.
            throw new AssertionError(name + ", " + cell.name() + ": " + broken.getMessage(), broken);
        }
    }

    private static long offered(Capabilities claims) {
        // Of equals, max takes the last one: the default configuration must win over its variants.
        long offered =
                Arrays.stream(Operation.values()).filter(claims::supports).count();
        return offered * 2 + (claims.allowUnverified() ? 0 : 1);
    }
}
