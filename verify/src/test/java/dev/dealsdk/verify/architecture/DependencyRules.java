package dev.dealsdk.verify.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.BiPredicate;

/** Which module may know which. */
final class DependencyRules {
    private final ModuleMap modules;

    DependencyRules(ModuleMap modules) {
        this.modules = modules;
    }

    ArchRule internalsStayInTheirModule() {
        return rule(
                "not use the internals of another module",
                (from, to) -> modules.isInternal(to) && !modules.moduleOf(from).equals(modules.moduleOf(to)));
    }

    ArchRule coreKnowsNoOtherModule() {
        return rule(
                "not lead from the core to a vendor or any other module of ours",
                (from, to) -> modules.isCore(from) && modules.isOurs(to) && !modules.isCore(to));
    }

    ArchRule internalsOfTheCoreFormNoCircle() {
        return slices().matching(modules.root() + ".internal.(*)..").should().beFreeOfCycles();
    }

    ArchRule providersKnowNoOtherProvider() {
        return rule(
                "not lead from one vendor to another",
                (from, to) -> modules.isProvider(from)
                        && modules.isProvider(to)
                        && !modules.moduleOf(from).equals(modules.moduleOf(to)));
    }

    ArchRule testkitKnowsNoProvider() {
        return rule(
                "not lead from the test kit to a provider",
                (from, to) -> modules.isTestkit(from) && modules.isProvider(to));
    }

    private static ArchRule rule(String description, BiPredicate<JavaClass, JavaClass> forbidden) {
        return classes().should(new ArchCondition<>(description) {
            @Override
            public void check(JavaClass from, ConditionEvents events) {
                for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                    if (forbidden.test(from, dependency.getTargetClass().getBaseComponentType())) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        });
    }
}
