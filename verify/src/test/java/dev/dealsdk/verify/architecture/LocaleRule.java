package dev.dealsdk.verify.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Text does not depend on the default locale: {@code "%d"} writes other digits in Arabic, and {@code "ID".toLowerCase()} has
 * no dot on its {@code i} in Turkish. Method references count as calls.
 */
final class LocaleRule {
    /** Of those that are overloaded, the ones without a locale. */
    private static final Set<String> DEPENDENT = Set.of(
            "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
            "java.lang.String.formatted([Ljava.lang.Object;)",
            "java.lang.String.toLowerCase()",
            "java.lang.String.toUpperCase()",
            "java.io.PrintStream.format(java.lang.String, [Ljava.lang.Object;)",
            "java.io.PrintStream.printf(java.lang.String, [Ljava.lang.Object;)",
            "java.io.PrintWriter.format(java.lang.String, [Ljava.lang.Object;)",
            "java.io.PrintWriter.printf(java.lang.String, [Ljava.lang.Object;)",
            "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)");

    private final ModuleMap modules;

    LocaleRule(ModuleMap modules) {
        this.modules = modules;
    }

    ArchRule textNeedsNoDefaultLocale() {
        return classes().should(new ArchCondition<>("name the locale they format or convert text with") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!modules.isOurs(type)) {
                    return;
                }
                accesses(type)
                        .filter(access -> DEPENDENT.contains(signature(access.getTarget())))
                        .forEach(access -> events.add(SimpleConditionEvent.violated(access, access.getDescription())));
            }
        });
    }

    private static Stream<JavaCodeUnitAccess<?>> accesses(JavaClass type) {
        return Stream.concat(type.getMethodCallsFromSelf().stream(), type.getMethodReferencesFromSelf().stream());
    }

    private static String signature(CodeUnitAccessTarget target) {
        return target.getFullName();
    }
}
