package dev.dealsdk.testkit.contract;

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

/** Turns cases into tests, each with an account of its own. */
final class ContractSuite {
    private final Supplier<VendorAccount> accounts;
    private final SampleValues samples;
    private final Map<Map<String, String>, Capabilities> claims;

    ContractSuite(Supplier<VendorAccount> accounts, SampleValues samples, List<Map<String, String>> configurations) {
        this.accounts = accounts;
        this.samples = samples;
        this.claims = claims(configurations);
    }

    /** The cases of a group in every configuration under which the provider claims something else. */
    Stream<DynamicNode> everywhere(ContractCase.Group group) {
        return claims.entrySet().stream().map(entry -> container(entry.getKey(), entry.getValue(), group));
    }

    /** The cases of a group in the configuration that offers most. */
    Stream<DynamicNode> once(ContractCase.Group group) {
        return claims.entrySet().stream()
                .max(Comparator.comparingLong(entry -> offered(entry.getValue())))
                .map(entry -> container(entry.getKey(), entry.getValue(), group))
                .stream();
    }

    /** Whether each operation is implemented if and only if some configuration claims it. */
    Stream<DynamicNode> implementation() {
        return Arrays.stream(Operation.values())
                .map(operation -> DynamicTest.dynamicTest(operation.key() + ": claimed as implemented", () -> {
                    boolean claimed = claims.values().stream()
                            .anyMatch(some -> some.support(operation) != Support.NONE
                                    && !(operation == Operation.LIST_STAGES && some.configuredStages()));
                    try (ContractSession session = new ContractSession(accounts.get(), Map.of(), samples)) {
                        assertEquals(
                                session.provider().implementsOperation(operation),
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
            try (ContractSession session = new ContractSession(accounts.get(), configuration, samples)) {
                if (isNews(session.claims(), seen)) {
                    found.put(configuration, session.claims());
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

    private DynamicNode container(Map<String, String> configuration, Capabilities claims, ContractCase.Group group) {
        String name = configuration.isEmpty() ? "by default" : "with " + new TreeMap<>(configuration);
        return DynamicContainer.dynamicContainer(
                name,
                group.cases(claims)
                        .map(contractCase -> DynamicTest.dynamicTest(
                                contractCase.name(),
                                () -> run(name, configuration, contractCase, group.keepsVendorContract()))));
    }

    private void run(String name, Map<String, String> configuration, ContractCase contractCase, boolean keepsContract)
            throws Exception {
        try (ContractSession session = new ContractSession(accounts.get(), configuration, samples)) {
            contractCase.check().on(session);
            if (keepsContract && !session.claims().allowUnverified()) {
                session.requireVendorContract();
            }
        } catch (TestAbortedException said) {
            throw said;
        } catch (AssertionError | RuntimeException broken) {
            // Reports that number dynamic tests instead of naming them name the case as well.
            throw new AssertionError(name + ", " + contractCase.name() + ": " + broken.getMessage(), broken);
        }
    }

    private static long offered(Capabilities claims) {
        // Of equals, max takes the last one: the default configuration must win over its variants.
        long offered =
                Arrays.stream(Operation.values()).filter(claims::supports).count();
        return offered * 2 + (claims.allowUnverified() ? 0 : 1);
    }
}
