package dev.dealsdk.portability;

import dev.dealsdk.Operation;
import dev.dealsdk.spi.DealsProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** What becomes of what a program uses of one vendor in particular: its own fields, its own API, idempotency keys. */
final class VendorFindings {
    private final Comparison comparison;

    VendorFindings(Comparison comparison) {
        this.comparison = comparison;
    }

    List<PortabilityFinding> all() {
        List<PortabilityFinding> findings = new ArrayList<>();
        for (Requirement requirement : comparison.needs().uses().keySet()) {
            switch (requirement.kind()) {
                case EXTRA, IDEMPOTENCY_KEY ->
                    requirement
                            .operation()
                            .filter(comparison.offered()::contains)
                            .ifPresent(operation -> findings.add(ofOperation(requirement, operation)));
                case VENDOR_API -> findings.add(api(requirement));
                default -> {
                    // Of every vendor.
                }
            }
        }
        return findings;
    }

    private PortabilityFinding ofOperation(Requirement requirement, Operation operation) {
        return requirement.kind() == RequirementKind.EXTRA
                ? extra(operation, requirement.name().substring(operation.key().length() + 1))
                : idempotencyKey(operation);
    }

    private PortabilityFinding extra(Operation operation, String name) {
        boolean isThere = comparison.target().extras(operation).contains(name);
        return new PortabilityFinding(
                RequirementKind.EXTRA,
                operation.key() + ": extras." + name,
                isThere ? same(PortabilityVerdict.UNVERIFIED) : PortabilityVerdict.REFUSED,
                isThere
                        ? comparison.toProvider() + " has a field of that name"
                                + (comparison.isSameVendor() ? "" : " too; see whether it means the same")
                        : (comparison.isSameVendor()
                                        ? comparison.toProvider() + " has no field of that name; it takes "
                                        : "is a field of " + comparison.fromProvider() + " alone; "
                                                + comparison.toProvider() + " takes ")
                                + Comparison.listed(comparison.target().extras(operation).stream()
                                        .sorted()
                                        .toList()));
    }

    private PortabilityFinding idempotencyKey(Operation operation) {
        boolean isTaken = comparison.target().takesIdempotencyKey(operation);
        return new PortabilityFinding(
                RequirementKind.IDEMPOTENCY_KEY,
                operation.key() + ": idempotency key",
                isTaken ? PortabilityVerdict.SAME : PortabilityVerdict.REFUSED,
                isTaken
                        ? comparison.toProvider() + " takes it"
                        : comparison.toProvider() + " documents no idempotency key for " + operation.key()
                                + "; leave it out");
    }

    private PortabilityFinding api(Requirement requirement) {
        boolean isTheirs = comparison.isSameVendor() && !isOfAnother(requirement.name());
        return new PortabilityFinding(
                RequirementKind.VENDOR_API,
                requirement.name(),
                isTheirs ? PortabilityVerdict.SAME : PortabilityVerdict.REFUSED,
                comparison.isSameVendor() && !isTheirs
                        ? "is an API of another vendor"
                        : "is an API of " + comparison.fromProvider() + " alone");
    }

    /** A program that uses an API has the jar of its provider on the class path, and both are in one package. */
    private boolean isOfAnother(String api) {
        List<String> owners = new ArrayList<>();
        try {
            for (DealsProvider provider : ServiceLoader.load(DealsProvider.class)) {
                if (hasNeighbour(provider.getClass(), api)) {
                    owners.add(provider.id());
                }
            }
        } catch (ServiceConfigurationError broken) {
            // Whose provider cannot be loaded, nobody's API can be told apart: it is let through.
            return false;
        }
        return !owners.isEmpty() && !owners.contains(comparison.toProvider());
    }

    private static boolean hasNeighbour(Class<?> provider, String simpleName) {
        try {
            Class<?> unused =
                    Class.forName(provider.getPackageName() + "." + simpleName, false, provider.getClassLoader());
            return true;
        } catch (ClassNotFoundException none) {
            return false;
        }
    }

    private PortabilityVerdict same(PortabilityVerdict elsewhere) {
        return comparison.isSameVendor() ? PortabilityVerdict.SAME : elsewhere;
    }
}
