package dev.dealsdk.verify.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;

/**
 * Which module a class belongs to, told by its package, for any tree of packages laid out as ours is: the core in the root,
 * {@code spi} and {@code internal}, every other module in a package of its own.
 */
final class ModuleMap {
    private static final String CORE = "core";
    private static final String NOT_OURS = "";
    private static final String TESTKIT = "testkit";
    private static final Set<String> NO_PROVIDERS = Set.of(
            CORE,
            NOT_OURS,
            TESTKIT,
            "benchmarks",
            "cli",
            "examples",
            "jackson",
            "jackson3",
            "json",
            "micrometer",
            "portability",
            "quota",
            "spring",
            "transfer",
            "verify");

    /** The packages of the core below its own. */
    private static final Set<String> OF_CORE = Set.of("event", "internal", "spi");

    private final String root;

    ModuleMap(String root) {
        this.root = root;
    }

    String root() {
        return root;
    }

    String moduleOf(JavaClass type) {
        String name = type.getPackageName();
        if (name.equals(root)) {
            return CORE;
        }
        if (!name.startsWith(root + ".")) {
            return NOT_OURS;
        }
        String first = name.substring(root.length() + 1).split("\\.", 2)[0];
        return OF_CORE.contains(first) ? CORE : first;
    }

    boolean isOurs(JavaClass type) {
        return !moduleOf(type).equals(NOT_OURS);
    }

    boolean isCore(JavaClass type) {
        return moduleOf(type).equals(CORE);
    }

    boolean isTestkit(JavaClass type) {
        return moduleOf(type).equals(TESTKIT);
    }

    /** Whatever is nothing else: a new vendor needs no entry here. */
    boolean isProvider(JavaClass type) {
        return !NO_PROVIDERS.contains(moduleOf(type));
    }

    boolean isInternal(JavaClass type) {
        return isOurs(type) && (type.getPackageName() + ".").contains(".internal.");
    }

    /** What callers and authors of providers see of the core. */
    boolean isCoreApi(JavaClass type) {
        return isCore(type) && !isInternal(type);
    }
}
